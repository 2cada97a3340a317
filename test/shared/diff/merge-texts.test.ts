import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from '../../../shared/diff/merge-texts.ts'

const base = 'One.\n\nTwo.\n\nThree.'

test.each([
  ['only ours changed', 'One!\n\nTwo.\n\nThree.', base, 'One!\n\nTwo.\n\nThree.'],
  ['only theirs changed', base, 'One.\n\nTwo.\n\nThree!', 'One.\n\nTwo.\n\nThree!'],
  ['different lines', 'One!\n\nTwo.\n\nThree.', 'One.\n\nTwo.\n\nThree!', 'One!\n\nTwo.\n\nThree!'],
  ['the same change', 'One!\n\nTwo.\n\nThree.', 'One!\n\nTwo.\n\nThree.', 'One!\n\nTwo.\n\nThree.'],
  ['one side added, the other removed', `${base}\n\nFour.`, 'Two.\n\nThree.', 'Two.\n\nThree.\n\nFour.'],
])('%s: both are kept', (_what, ours, theirs, merged) => {
  expect(mergeTexts(base, ours, theirs)).toEqual({ text: merged, isConflict: false })
})

test('of the same line changed in two ways ours stays, and it is said', () => {
  expect(mergeTexts(base, 'One.\n\nOurs.\n\nThree.', 'One.\n\nTheirs.\n\nThree!')).toEqual({
    text: 'One.\n\nOurs.\n\nThree!',
    isConflict: true,
  })
})

test('a side that changed nothing never wins, and without a conflict no new line of either is lost', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 8 })
    .map(lines => lines.join('\n'))
  fc.assert(
    fc.property(text, text, text, (was, ours, theirs) => {
      expect(mergeTexts(was, ours, was).text).toBe(ours)
      expect(mergeTexts(was, was, theirs).text).toBe(theirs)
      const { text: merged, isConflict } = mergeTexts(was, ours, theirs)
      if (isConflict) return
      const known = new Set(was.split('\n'))
      const fresh = [...ours.split('\n'), ...theirs.split('\n')].filter(line => !known.has(line))
      for (const line of fresh) expect(merged.split('\n')).toContain(line)
    }),
  )
})
