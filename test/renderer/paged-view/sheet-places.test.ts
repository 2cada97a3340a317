import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heightOf, placeAt, scrollToSee } from '../../../renderer/paged-view/sheet-places.ts'

/** Two pages with a gap of 20 before each. */
const sheets = [
  { top: 20, height: 400 },
  { top: 440, height: 400 },
]

describe('places on paper', () => {
  test('are where their page lies, and between two pages the next begins', () => {
    expect([0, 20, 220, 430, 440, 640, 900].map(y => placeAt(sheets, y))).toEqual([0, 0, 0.5, 1, 1, 1.5, 2])
    expect([0, 0.5, 1, 1.5, 2, 7].map(place => heightOf(sheets, place))).toEqual([
      20, 220, 440, 640, 840, 840,
    ])
    expect(placeAt([], 100)).toBe(0)
    expect(heightOf([], 1.5)).toBe(0)
  })

  test('are found again at any width of the pages', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1.999, noNaN: true }),
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        (place, zoom) => {
          const scaled = sheets.map(({ top, height }) => ({ top: top * zoom, height: height * zoom }))
          expect(placeAt(scaled, heightOf(scaled, place))).toBeCloseTo(place)
        },
      ),
    )
  })

  test('are scrolled to where they are not well in view, a third down', () => {
    const view = { top: 300, height: 600 }
    expect(scrollToSee(500, view)).toBeNull()
    expect(scrollToSee(310, view)).toBe(110)
    expect(scrollToSee(890, view)).toBe(690)
    expect(scrollToSee(100, view)).toBe(0)
  })
})
