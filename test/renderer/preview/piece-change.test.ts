import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPieces, changeOf } from '../../../renderer/preview/piece-change.ts'
import '../../property-seed.ts'

const pieces = fc.array(
  fc.record({ line: fc.constantFrom(null, 1, 2), html: fc.constantFrom('<p>a</p>', '<p>b</p>', '') }),
  { maxLength: 6 },
)

test('what changed makes of the pieces before those after', () => {
  fc.assert(
    fc.property(pieces, pieces, (before, after) => {
      expect(changedPieces(before, changeOf(before, after))).toEqual(after)
    }),
  )
})

test('only what is another comes, and what stays is the same object', () => {
  const at = (line: number, html = `<p>${line}</p>`) => ({ line, html })
  const before = [at(1), at(3), at(5), at(7)]
  const change = changeOf(before, [at(1), at(3, '<p>new</p>'), at(5), at(7)])
  expect(change).toEqual({ first: 1, last: 2, came: [at(3, '<p>new</p>')] })
  const after = changedPieces(before, change)
  expect([after[0] === before[0], after[2] === before[2], after[3] === before[3]]).toEqual([true, true, true])
})
