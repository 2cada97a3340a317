import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinChanges } from '../../../shared/diff/join-changes.ts'
import { type DiffPart, diffWords } from '../../../shared/diff/word-diff.ts'

const shown = (before: string, after: string) =>
  joinChanges(diffWords(before, after))
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('')

test.each([
  ['Meet on 9 May.', 'Meet after 12 May.', 'Meet [-on 9-]{+after 12+} May.'],
  ['It may be.', 'It may well be.', 'It may {+well +}be.'],
  ['It does not exist.', 'It exists.', 'It [-does not exist-]{+exists+}.'],
  ['The same.', 'The same.', 'The same.'],
])('from %j to %j, changes side by side are one', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('the parts give back both texts, whatever they are', () => {
  const text = fc.lorem({ maxCount: 30 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = joinChanges(diffWords(before, after))
      const joined = (without: DiffPart['kind']) =>
        parts.map(part => (part.kind === without ? '' : part.text)).join('')
      expect([joined('added'), joined('removed')]).toEqual([before, after])
    }),
  )
})
