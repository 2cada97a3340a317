import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakPages, type PageOfPieces, type Piece } from '../../../renderer/paging/break-pages.ts'

const usual = {
  mayBegin: true,
  mustBegin: false,
  keepsNext: false,
  repeats: 0,
  isTurned: false,
  notes: [] as string[],
}

/** Pieces one under the other, of a height each. */
function stacked(pieces: readonly (Partial<Piece> & { high: number })[]): Piece[] {
  let y = 0
  return pieces.map(({ high, ...rest }) => {
    const top = y
    y += high
    return { ...usual, ...rest, top, bottom: y }
  })
}

const room = {
  height: 100,
  turnedHeight: 50,
  ruleHeight: 10,
  heightsOf: () => ({ height: 20, cuts: [] as number[] }),
}
const pagesOf = (pieces: readonly (Partial<Piece> & { high: number })[]) =>
  breakPages(stacked(pieces), room).map(({ from, to, foot }) => [
    from,
    to,
    foot.map(({ id }) => id).join(' '),
  ])

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
  const noRoom = { ...room, heightsOf: () => ({ height: 90, cuts: [85] }) }
  const [page] = breakPages(stacked([{ high: 10, notes: ['a'] }]), noRoom)
  expect(page).toMatchObject({ foot: [{ id: 'a' }], isOverfull: true })
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
      expect(pages.flatMap(({ foot }) => foot.map(({ id }) => id)).sort()).toEqual(called.sort())
      for (const { from, to, foot: notes } of pages) {
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

test('a page that is turned has its own height for pieces and the notes that they call', () => {
  const turned = { mustBegin: true, isTurned: true }
  const pieces = stacked([
    { high: 60 },
    { high: 20, ...turned, notes: ['a'] },
    { high: 20, isTurned: true },
    { high: 40, mustBegin: true },
    { high: 60 },
  ])
  const pages = breakPages(pieces, room)
  expect(pages.map(({ from, to, foot, isTurned }) => [from, to, foot.length, isTurned])).toEqual([
    [0, 0, 0, false],
    [1, 1, 1, true],
    [2, 2, 0, true],
    [3, 4, 0, false],
  ])
})

test('a note goes on from a page that is turned, and at the foot of one', () => {
  const heightsOf = () => ({ height: 100, cuts: [20, 40, 60, 80] })
  const pages = (first: boolean) =>
    breakPages(
      stacked([
        { high: 20, notes: ['a'], isTurned: first },
        { high: 20, mustBegin: true, isTurned: !first },
      ]),
      { ...room, heightsOf },
    ).map(({ foot, isTurned }) => [foot.map(({ from, to }) => [from, to]), isTurned])
  expect(pages(true)).toEqual([
    [[[0, 20]], true],
    [[[20, 80]], false],
    [[[80, 100]], false],
  ])
  expect(pages(false)).toEqual([
    [[[0, 60]], false],
    [[[60, 80]], true],
    [[[80, 100]], false],
  ])
})

describe('a note that has no room under the line that calls it', () => {
  const long = (height: number) => ({
    ...room,
    heightsOf: (id: string) => ({
      height: id === 'long' ? height : 10,
      cuts: id === 'long' ? Array.from({ length: height / 10 - 3 }, (_, at) => 20 + at * 10) : [],
    }),
  })
  const lines = (count: number, calls: Record<number, string[]>) =>
    stacked(Array.from({ length: count }, (_, at) => ({ high: 10, notes: calls[at] ?? [] })))
  const feet = (pages: readonly PageOfPieces[]) =>
    pages.map(({ from, to, foot }) => [
      `${from}–${to}`,
      ...foot.map(part => `${part.id} ${part.from}–${part.to}`),
    ])

  test('begins there, and goes on at the foot of the next page', () => {
    expect(feet(breakPages(lines(12, { 3: ['long'] }), long(80)))).toEqual([
      ['0–3', 'long 0–50'],
      ['4–9', 'long 50–80'],
      ['10–11'],
    ])
  })

  test('goes on over several pages, which keep a quarter for the text while there is any', () => {
    expect(feet(breakPages(lines(8, { 0: ['long'] }), long(250)))).toEqual([
      ['0–0', 'long 0–80'],
      ['1–3', 'long 80–140'],
      ['4–6', 'long 140–200'],
      ['7–7', 'long 200–250'],
    ])
  })

  test('has pages of its own after the text', () => {
    expect(feet(breakPages(lines(2, { 1: ['long'] }), long(250)))).toEqual([
      ['0–1', 'long 0–70'],
      ['2–1', 'long 70–160'],
      ['2–1', 'long 160–250'],
    ])
  })

  test('is not cut where the line that calls it may go to the next page and leaves little empty', () => {
    expect(feet(breakPages(lines(12, { 8: ['long'] }), long(50)))).toEqual([['0–7'], ['8–11', 'long 0–50']])
  })

  test('has the beginnings of other notes beside it', () => {
    expect(feet(breakPages(lines(10, { 3: ['a', 'long', 'b'] }), long(80)))).toEqual([
      ['0–3', 'a 0–10', 'long 0–30', 'b 0–10'],
      ['4–7', 'long 30–80'],
      ['8–9'],
    ])
  })

  test('lets a note begin that is called while it goes on', () => {
    const pages = breakPages(lines(12, { 0: ['long'], 1: ['a'] }), long(250))
    expect(pages.every(({ isOverfull }) => !isOverfull)).toBe(true)
    expect(feet(pages)[1]).toEqual(['1–2', 'long 80–140', 'a 0–10'])
  })
})

test('every part of every note stands once, in order, at a foot where it has room', () => {
  const piece = fc.record({
    high: fc.integer({ min: 1, max: 30 }),
    keepsNext: fc.boolean(),
    notes: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 1 }),
  })
  const heights = fc.record({ a: fc.nat(300), b: fc.nat(60), c: fc.nat(20), d: fc.nat(150) })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), heights, (given, high) => {
      const pieces = stacked(given)
      const heightsOf = (id: string) => {
        const height = high[id as 'a']
        return {
          height,
          cuts: Array.from({ length: Math.floor(height / 10) }, (_, at) => at * 10).slice(2, -1),
        }
      }
      const pages = breakPages(pieces, { ...room, heightsOf })
      expect(pages.flatMap(({ from, to }) => pieces.slice(from, to + 1))).toEqual(pieces)
      for (const id of new Set(given.flatMap(({ notes }) => notes))) {
        const parts = pages.flatMap(({ foot }) => foot.filter(part => part.id === id))
        expect([0, ...parts.map(({ to }) => to)]).toEqual([...parts.map(({ from }) => from), high[id as 'a']])
        const call = pieces.findIndex(({ notes }) => notes.includes(id))
        const page = pages.find(({ from, to }) => from <= call && call <= to)
        expect(page?.foot.some(part => part.id === id && part.from === 0)).toBe(true)
      }
      for (const { from, to, foot, sheets, isOverfull } of pages) {
        const text = to < from ? 0 : (pieces[to]?.bottom ?? 0) - (pieces[from]?.top ?? 0)
        const under = foot.reduce((sum, part) => sum + part.to - part.from, foot.length === 0 ? 0 : 10)
        if (sheets === 1 && !isOverfull && to >= from) expect(text + under).toBeLessThanOrEqual(100)
      }
    }),
  )
})
