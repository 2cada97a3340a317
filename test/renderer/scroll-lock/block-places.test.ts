import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BlockPlaces,
  placeInView,
  samePlace,
  scrollTopFor,
} from '../../../renderer/scroll-lock/block-places.ts'

function paneOf(lead: number, heights: readonly number[], rest: number): BlockPlaces {
  const topOf = (index: number) => lead + heights.slice(0, index).reduce((sum, height) => sum + height, 0)
  return {
    count: heights.length,
    topOf,
    end: () => topOf(heights.length),
    height: topOf(heights.length) + rest,
  }
}

describe('the same place in two panes', () => {
  const text = paneOf(8, [20, 100, 20], 300)
  const preview = paneOf(120, [30, 40, 200], 900)

  test.each([
    ['the top', 0, 0],
    ['above the blocks', 4, 60],
    ['the beginning of a block', 28, 150],
    ['half of a block', 78, 170],
    ['the end of the blocks', 148, 390],
    ['below the blocks', 298, 840],
    ['the end', 448, 1290],
  ])('%s is %d px down in one and %d px in the other', (_, one, other) => {
    expect(samePlace(text, preview, one)).toBeCloseTo(other)
    expect(samePlace(preview, text, other)).toBeCloseTo(one)
  })

  test('lies further down where it does in the other, and both ends meet', () => {
    const heights = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { maxLength: 30 })
    fc.assert(
      fc.property(heights, fc.nat(400), fc.nat(400), (pairs, lead, rest) => {
        const one = paneOf(lead, pairs.map(([height]) => height), rest) // biome-ignore format: a pair
        const other = paneOf(rest, pairs.map(([, height]) => height), lead) // biome-ignore format: a pair
        const places = Array.from({ length: 21 }, (_, step) => (one.height * step) / 20)
        const found = places.map(place => samePlace(one, other, place))
        expect(found.every((place, index) => place >= (found[index - 1] ?? 0) - 1e-6)).toBe(true)
        if (one.height > 0) expect(found.at(-1)).toBeCloseTo(other.height)
      }),
    )
  })

  test('two panes without a block in common go by their heights', () => {
    expect(samePlace(paneOf(0, [], 100), paneOf(0, [], 300), 50)).toBe(150)
  })
})

test('a pane is at its top when it is not scrolled, at its end when it is all the way, and back', () => {
  const scrolled = (scrollTop: number) => ({ scrollTop, scrollHeight: 1000, clientHeight: 200 })
  expect(placeInView(scrolled(0))).toBe(0)
  expect(placeInView(scrolled(800))).toBe(1000)
  expect(scrollTopFor(placeInView(scrolled(300)), scrolled(0))).toBe(300)
  expect(placeInView({ scrollTop: 0, scrollHeight: 100, clientHeight: 200 })).toBe(0)
})
