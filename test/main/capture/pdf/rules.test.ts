import { describe, expect, test } from 'vitest'
import type { Chunk } from '../../../../main/capture/pdf/lines.ts'
import { withRuledTables } from '../../../../main/capture/pdf/ruled-tables.ts'
import { type Rule, rulesOf } from '../../../../main/capture/pdf/rules.ts'

const identity = [1, 0, 0, 1, 0, 0] as const

test('a rectangle is four rules, a curve none', () => {
  const rectangle = [0, 10, 20, 1, 110, 20, 1, 110, 70, 1, 10, 70, 4]
  expect(rulesOf(rectangle, identity)).toEqual([
    { isLevel: true, at: 20, from: 10, to: 110 },
    { isLevel: false, at: 110, from: 20, to: 70 },
    { isLevel: true, at: 70, from: 10, to: 110 },
    { isLevel: false, at: 10, from: 20, to: 70 },
  ])
  expect(rulesOf([0, 0, 0, 2, 10, 0, 20, 0, 30, 0], identity)).toEqual([])
})

function chunk(text: string, x0: number, y: number): Chunk {
  return {
    text,
    x0,
    x1: x0 + 5 * text.length,
    y,
    size: 10,
    isBold: false,
    startsBold: false,
    endsBold: false,
    isArtifact: false,
    isFaint: false,
    tag: null,
    drawn: 0,
    firstWord: 5,
  }
}

/** The rules of a grid with these edges. */
const grid = (xs: number[], ys: number[]): Rule[] => [
  ...ys.map(at => ({ isLevel: true, at, from: xs[0] ?? 0, to: xs.at(-1) ?? 0 })),
  ...xs.map(at => ({ isLevel: false, at, from: ys[0] ?? 0, to: ys.at(-1) ?? 0 })),
]

describe('what stands in a ruled grid', () => {
  const words = [
    chunk('Before it', 0, 10),
    chunk('Cost', 5, 30),
    chunk('€4', 105, 36),
    chunk('of salt', 5, 42),
    chunk('Price', 5, 62),
    chunk('€5', 105, 62),
    chunk('after it', 0, 100),
  ]

  test('is one chunk a row, whatever the height of the cells, and the rest as it was', () => {
    const read = withRuledTables(words, grid([0, 100, 200], [20, 50, 70]))
    expect(read.map(({ text }) => text)).toEqual(['Before it', 'Cost of salt\t€4', 'Price\t€5', 'after it'])
  })

  test('is left as it is where the grid is a frame around text', () => {
    expect(withRuledTables(words, grid([0, 200], [0, 120]))).toEqual(words)
  })
})
