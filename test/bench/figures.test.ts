import { describe, expect, test } from 'vitest'
import { foundRow, growthRow, quantile, rowsOf } from './figures.ts'
import { inTurn } from './measure.ts'
import { table } from './table.ts'

test('a quantile lies between the values around it', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
  expect(quantile([10, 20], 0.95)).toBe(19.5)
  expect(quantile([7], 0.95)).toBe(7)
  expect(() => quantile([], 0.5)).toThrow('There is no quantile of nothing.')
})

describe('rows', () => {
  const ours = [2, 4, 6, 8, 20]
  const theirs = [1, 2, 3, 4, 5]

  test('are one a figure, each with the shape that `--json` promises', () => {
    const rows = rowsOf('save', ours, [{ against: 'a raw write', goal: 2, times: theirs }])
    expect(rows.map(({ spread, ...row }) => [row, spread?.length])).toEqual([
      [{ name: 'save, median', against: 'a raw write', ratio: 2, goal: 2, held: true, better: 'less' }, 2],
      [{ name: 'save, p95', against: 'a raw write', ratio: 3.667, goal: 2, held: false, better: 'less' }, 2],
    ])
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      ['name', 'against', 'ratio', 'spread', 'goal', 'held', 'better'].sort(),
    )
  })

  test('have a spread around the ratio that is the same at every reading', () => {
    const [row] = rowsOf('save', ours, [{ against: 'a raw write', goal: null, times: theirs }])
    expect(row?.spread).toEqual(
      rowsOf('save', ours, [{ against: 'x', goal: null, times: theirs }])[0]?.spread,
    )
    const [low, high] = row?.spread ?? [Number.NaN, Number.NaN]
    expect(low).toBeLessThanOrEqual(2)
    expect(high).toBeGreaterThanOrEqual(2)
  })

  test('are neither held nor missed where no goal was set', () => {
    const [row] = rowsOf('save', ours, [{ against: 'a raw write', goal: null, times: theirs }])
    expect(row).toMatchObject({ goal: null, held: null })
  })

  test('of a goal for the p95 hold the median to none', () => {
    const rows = rowsOf('type', ours, [{ against: 'a peer', goal: 2, goalOf: 'p95', times: theirs }])
    expect(rows.map(({ goal, held }) => [goal, held])).toEqual([
      [null, null],
      [2, false],
    ])
  })

  test('are of the median alone where runs are few', () => {
    const rows = rowsOf('print', ours, [{ against: 'a plain print', goal: 2, times: theirs }], true)
    expect(rows.map(({ name }) => name)).toEqual(['print, median'])
  })

  test('name the command where the peer is not installed', () => {
    const missing = 'not installed; apt-get install chromium'
    const [row] = rowsOf('start', ours, [{ against: 'bare Chromium', goal: 2, missing }])
    expect(row).toEqual({
      name: 'start, median',
      against: 'bare Chromium (not installed; apt-get install chromium)',
      ratio: null,
      spread: null,
      goal: 2,
      held: null,
      better: 'less',
    })
  })

  test('stand in a table for people', () => {
    const rows = rowsOf('save', ours, [{ against: 'a raw write', goal: 2, times: theirs }])
    const [, first, second] = table(rows).split('\n')
    expect(first).toMatch(/^save, median {2}2\.00 {2,}\d\.\d\d to \d\.\d\d {2,}2 held {2,}a raw write$/)
    expect(second).toMatch(/^save, p95 {5}3\.67 {2,}.* {2}2 MISSED {2}a raw write$/)
  })
})

test('of what is found, more is better', () => {
  const row = foundRow('found', 'a peer', [true, true, false], [true, false, false])
  expect(row).toMatchObject({ ratio: 2, goal: 1, held: true, better: 'more' })
  expect(foundRow('found', 'a peer', [false, true], [true, true])).toMatchObject({ ratio: 0.5, held: false })
  expect(table([row]).split('\n')[1]).toMatch(/≥ 1 held {2}a peer$/)
})

describe('growth', () => {
  const sized = (exponent: number) =>
    [1000, 10_000, 50_000].map(size => ({ size, times: [1, 1.1, 0.9].map(run => run * size ** exponent) }))

  test('is the exponent of the size', () => {
    for (const exponent of [0, 0.5, 1, 2])
      expect(growthRow('start', 'linear', sized(exponent), { share: 0.5, goal: 1 }).ratio).toBeCloseTo(
        exponent,
      )
  })

  test('is held up to its goal, and says of which figure', () => {
    const row = growthRow('search', 'linear', sized(1.2), { share: 0.95, goal: 1 })
    expect(row).toMatchObject({ name: 'search, exponent of the p95', held: false, better: 'less' })
    expect(growthRow('search', 'linear', sized(0.2), { share: 0.5, goal: 1 }).held).toBe(true)
    const [low, high] = row.spread ?? [Number.NaN, Number.NaN]
    expect(low).toBeLessThan(1.2)
    expect(high).toBeGreaterThan(1.2)
  })
})

test('things are timed in turn, and the first round is not counted', async () => {
  const order: string[] = []
  const timed = (name: string) => async () => {
    order.push(name)
    return order.length
  }
  expect(await inTurn(2, [timed('a'), timed('b')])).toEqual([
    [3, 5],
    [4, 6],
  ])
  expect(order.join('')).toBe('ababab')
})
