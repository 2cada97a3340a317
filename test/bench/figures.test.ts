import { describe, expect, test } from 'vitest'
import { quantile, rowsOf } from './figures.ts'
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
      [{ name: 'save, median', against: 'a raw write', ratio: 2, goal: 2, held: true }, 2],
      [{ name: 'save, p95', against: 'a raw write', ratio: 3.667, goal: 2, held: false }, 2],
    ])
    expect(Object.keys(rows[0] ?? {})).toEqual(['name', 'against', 'ratio', 'spread', 'goal', 'held'])
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
    })
  })

  test('stand in a table for people', () => {
    const rows = rowsOf('save', ours, [{ against: 'a raw write', goal: 2, times: theirs }])
    const [, first, second] = table(rows).split('\n')
    expect(first).toMatch(/^save, median {2}2\.00 {2,}\d\.\d\d to \d\.\d\d {2,}2 held {2,}a raw write$/)
    expect(second).toMatch(/^save, p95 {5}3\.67 {2,}.* {2}2 MISSED {2}a raw write$/)
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
