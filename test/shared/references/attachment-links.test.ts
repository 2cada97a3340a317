import { expect, test } from 'vitest'
import { attachmentAddress, attachmentsIn } from '../../../shared/references/attachment-links.ts'

const [one, two] = ['1'.repeat(64), '2'.repeat(64)]

test('the files that a text mentions are found once, with the words of a link, also in comments', () => {
  const text = `![chart.png](${attachmentAddress(one)}) [again](attachment:${one}) <!-- attachment:${two} --> attachment:short`
  expect(attachmentsIn(text)).toEqual([
    { sha256: one, words: 'chart.png' },
    { sha256: two, words: '' },
  ])
  expect(attachmentsIn(`attachment:${two}, then [plan](<attachment:${two}>)`)).toEqual([
    { sha256: two, words: 'plan' },
  ])
})
