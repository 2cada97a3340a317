import { describe, expect, test } from 'vitest'
import { DrawnText } from '../../../../main/capture/pdf/fragments.ts'
import { chunksOf } from '../../../../main/capture/pdf/lines.ts'

type Drawn = [text: string, x: number, width: number, options?: { y?: number; size?: number }]

/** The chunks of glyphs that are drawn one after another on a line 100 points down the page. */
function read(...glyphs: Drawn[]): string[] {
  const page = new DrawnText()
  for (const [text, x, width, { y = 100, size = 10 } = {}] of glyphs) {
    page.add({
      text,
      from: [size, 0, 0, -size, x, y],
      to: [x + width, y],
      isBold: false,
      isVertical: false,
      isFaint: false,
    })
  }
  return chunksOf(page.read(600, 800).fragments).map(chunk => chunk.text)
}

/** Letters of 5 points, `gap` apart; a space is drawn as one. */
const spaced = (text: string, gap: number): Drawn[] =>
  [...text].map((letter, index) => [letter, index * (5 + gap), 5])

describe('glyphs', () => {
  test('that touch are a word, and those that stand apart are words though no space is drawn', () => {
    expect(read(...spaced('salt', 0), ['a', 23, 5], ['t', 28, 5])).toEqual(['salt at'])
  })

  test('that are set apart are still one word, and a drawn space parts two', () => {
    expect(read(...spaced('salt is dear', 1.48))).toEqual(['salt is dear'])
  })

  test('far apart are pieces of their own', () => {
    expect(read(...spaced('salt', 0), ['5', 60, 5])).toEqual(['salt', '5'])
  })

  test('raised beside larger ones are raised figures, lowered ones plain', () => {
    expect(read(['1', 0, 5], ['0', 5, 5], ['6', 10, 3, { y: 96, size: 6 }])).toEqual(['10⁶'])
    expect(read(['C', 0, 5], ['O', 5, 5], ['2', 10, 3, { y: 102, size: 6 }])).toEqual(['CO2'])
  })

  test('raised ones that are drawn after the line are put where they stand', () => {
    expect(read(...spaced('salt', 0), ['.', 24, 3], ['1', 20.5, 3, { y: 96, size: 6 }])).toEqual(['salt¹.'])
  })

  test('of an accent and the letter under it are one letter', () => {
    expect(read(['B', 0, 5], ['¨', 5, 5], ['o', 5, 5], ['l', 10, 5])).toEqual(['Böl'])
  })

  test('of a ligature are its letters, and what shows nothing is nothing', () => {
    expect(read(['o', 0, 5], ['ﬃ', 5, 5], ['\u200b', 10, 0], ['c', 10, 5], ['e', 15, 5])).toEqual(['office'])
    expect(read(['\uf001', 0, 5], ['n', 5, 5], ['\uf002', 10, 5], ['y', 15, 5])).toEqual(['finfly'])
  })

  test('that nothing says the letter of are shown as such', () => {
    expect(read(['\u0003', 0, 5], ['a', 5, 5])).toEqual(['\ufffda'])
  })
})
