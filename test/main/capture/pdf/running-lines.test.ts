import { describe, expect, test } from 'vitest'
import type { Chunk } from '../../../../main/capture/pdf/lines.ts'
import { withoutRunningLines } from '../../../../main/capture/pdf/running-lines.ts'

function chunk(text: string, y: number, size = 10): Chunk {
  return {
    text,
    x0: 50,
    x1: 50 + 5 * text.length,
    y,
    size,
    isBold: false,
    startsBold: false,
    endsBold: false,
    isArtifact: false,
    isFaint: false,
    tag: null,
    drawn: 0,
    firstWord: 20,
  }
}

/** The lines that are left of pages with a head and a foot. */
const left = (pages: [head: string, foot: string][], size = 10) =>
  withoutRunningLines(
    pages.map(([head, foot], index) => ({
      chunks: [chunk(head, 30, size), chunk(`text of page ${index}`, 400), chunk(foot, 770)],
      height: 800,
    })),
    10,
  ).map(chunks => chunks.map(({ text }) => text))

const text = (index: number) => `text of page ${index}`

describe('the head or foot of a page', () => {
  test('goes where it is on three pages, digits aside', () => {
    const pages: [string, string][] = [1, 2, 3, 4].map(page => ['The Gazette', `Issue 7, page ${page} of 4`])
    expect(left(pages)).toEqual([0, 1, 2, 3].map(page => [text(page)]))
  })

  test('goes where it says another chapter on every page, but counts the pages', () => {
    expect(
      left([
        ['1 On walls', 'a'],
        ['On gates 2', 'b'],
        ['3 On towers', 'c'],
      ]),
    ).toEqual([
      [text(0), 'a'],
      [text(1), 'b'],
      [text(2), 'c'],
    ])
  })

  test.each(['3', '- 3 -', 'Page 3 of 9', 'xiv', 'Seite 3', '3/9'])(
    'goes where it is a page number: %s',
    foot => {
      expect(left([['Once upon a time', foot]])).toEqual([['Once upon a time', text(0)]])
    },
  )

  test('stays where it is on one page only, or no number of a page', () => {
    const pages: [string, string][] = [
      ['Once upon a time', '$3'],
      ['there was a wall.', 'The end'],
    ]
    expect(left(pages)).toEqual(pages.map(([head, foot], page) => [head, text(page), foot]))
    expect(left([['ill', '2024']])).toEqual([['ill', text(0), '2024']])
  })

  test('stays where it is a heading', () => {
    const pages: [string, string][] = [1, 2, 3].map(annex => [`Annex ${annex}`, 'x'])
    expect(left(pages, 16)).toEqual([1, 2, 3].map(annex => [`Annex ${annex}`, text(annex - 1)]))
  })
})
