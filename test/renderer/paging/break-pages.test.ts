import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakPages, type Piece } from '../../../renderer/paging/break-pages.ts'

const usual = { mayBegin: true, mustBegin: false, keepsNext: false, repeats: 0, notes: [] as string[] }

/** Pieces one under the other, of a height each. */
function stacked(pieces: readonly (Partial<Piece> & { high: number })[]): Piece[] {
  let y = 0
  return pieces.map(({ high, ...rest }) => {
    const top = y
    y += high
    return { ...usual, ...rest, top, bottom: y }
  })
}

const room = { height: 100, ruleHeight: 10, noteHeight: () => 20 }
const pagesOf = (pieces: readonly (Partial<Piece> & { high: number })[]) =>
  breakPages(stacked(pieces), room).map(({ from, to, notes }) => [from, to, notes.join(' ')])

describe('a page', () => {
  test('takes what fits, and the rest goes on', () => {
    expect(pagesOf([{ high: 60 }, { high: 40 }, { high: 1 }])).toEqual([
      [0, 1, ''],
      [2, 2, ''],
    ])
  })

  test('has room for the notes that it calls, under a rule', () => {
    expect(pagesOf([{ high: 60 }, { high: 10, notes: ['a'] }, { high: 1 }])).toEqual([
      [0, 1, 'a'],
      [2, 2, ''],
    ])
    expect(pagesOf([{ high: 60 }, { high: 11, notes: ['a'] }])).toEqual([
      [0, 0, ''],
      [1, 1, 'a'],
    ])
  })

  test('has a note once, where it is called first', () => {
    expect(
      pagesOf([
        { high: 40, notes: ['a'] },
        { high: 30, notes: ['a'] },
        { high: 70, notes: ['a', 'b'] },
      ]),
    ).toEqual([
      [0, 1, 'a'],
      [2, 2, 'b'],
    ])
  })

  test('does not end with a heading, nor before what may not begin one', () => {
    expect(pagesOf([{ high: 60 }, { high: 20, keepsNext: true }, { high: 30 }])).toEqual([
      [0, 0, ''],
      [1, 2, ''],
    ])
    expect(pagesOf([{ high: 60 }, { high: 30 }, { high: 30, mayBegin: false }])).toEqual([
      [0, 0, ''],
      [1, 2, ''],
    ])
  })

  test('begins where it must', () => {
    expect(
      pagesOf([
        { high: 10, keepsNext: true },
        { high: 10, mustBegin: true },
      ]),
    ).toEqual([
      [0, 0, ''],
      [1, 1, ''],
    ])
  })

  test('has room for the head of a table that is printed again', () => {
    const rows = [
      { high: 90 },
      { high: 50, repeats: 20 },
      { high: 30, repeats: 20 },
      { high: 1, repeats: 20 },
    ]
    expect(pagesOf(rows)).toEqual([
      [0, 0, ''],
      [1, 2, ''],
      [3, 3, ''],
    ])
  })

  test('of its own is for what is higher than a page', () => {
    expect(pagesOf([{ high: 10 }, { high: 300, notes: ['a'] }, { high: 10 }])).toEqual([
      [0, 0, ''],
      [1, 1, 'a'],
      [2, 2, ''],
    ])
  })
})

test('a heading stands over what is too high for a page, and so does what must stay together', () => {
  expect(pagesOf([{ high: 60 }, { high: 20, keepsNext: true }, { high: 300 }, { high: 10 }])).toEqual([
    [0, 0, ''],
    [1, 2, ''],
    [3, 3, ''],
  ])
  const [page] = breakPages(stacked([{ high: 20, keepsNext: true }, { high: 300 }]), room)
  expect(page?.sheets).toBe(4)
  expect(pagesOf([{ high: 60 }, { high: 60, mayBegin: false }, { high: 10 }])).toEqual([
    [0, 1, ''],
    [2, 2, ''],
  ])
})

test('a note that has no room beside the line that calls it makes its page overfull', () => {
  const noRoom = { ...room, noteHeight: () => 90 }
  const [page] = breakPages(stacked([{ high: 10, notes: ['a'] }]), noRoom)
  expect(page).toMatchObject({ notes: ['a'], isOverfull: true })
  expect(breakPages(stacked([{ high: 300 }]), room)[0]).toMatchObject({ sheets: 3, isOverfull: false })
})

test('every piece stands on one page, every note once, and nothing that fits is cut off', () => {
  const piece = fc.record({
    high: fc.integer({ min: 1, max: 60 }),
    mayBegin: fc.boolean(),
    keepsNext: fc.boolean(),
    notes: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), given => {
      const pieces = stacked(given)
      const pages = breakPages(pieces, room)
      expect(pages.flatMap(({ from, to }) => pieces.slice(from, to + 1))).toEqual(pieces)
      const called = [...new Set(given.flatMap(({ notes }) => notes))]
      expect(pages.flatMap(({ notes }) => notes).sort()).toEqual(called.sort())
      for (const { from, to, notes } of pages) {
        const high = (pieces[to]?.bottom ?? 0) - (pieces[from]?.top ?? 0)
        const foot = notes.length === 0 ? 0 : notes.length * 20 + 10
        const isWhole = pieces
          .slice(from, to)
          .every(({ keepsNext }, index) => keepsNext || !pieces[from + index + 1]?.mayBegin)
        // Only what must stay together may be higher than a page.
        if (!isWhole) expect(high + foot).toBeLessThanOrEqual(100)
      }
    }),
  )
})
