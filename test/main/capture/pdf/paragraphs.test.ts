import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingOrder } from '../../../../main/capture/pdf/columns.ts'
import type { Chunk } from '../../../../main/capture/pdf/lines.ts'
import { markdownOf } from '../../../../main/capture/pdf/markdown.ts'
import { blocksOf } from '../../../../main/capture/pdf/paragraphs.ts'

const letterWidth = 5
const columnWidth = 200
const pitch = 12

function chunk(text: string, x0: number, y: number, size = 10): Chunk {
  return {
    text,
    x0,
    x1: x0 + text.length * letterWidth,
    y,
    size,
    isBold: false,
    startsBold: false,
    endsBold: false,
    isArtifact: false,
    isFaint: false,
    tag: null,
    drawn: 0,
    firstWord: (/^\S+/.exec(text)?.[0].length ?? 0) * letterWidth,
  }
}

/** Breaks a paragraph into lines, the first indented, a word of its own length broken where that helps. */
function wrap(words: readonly string[]): { text: string; indent: number }[] {
  const lines: { text: string; indent: number }[] = []
  let text = ''
  const room = () => columnWidth / letterWidth - (lines.length === 0 ? 2 : 0)
  const end = () => {
    lines.push({ text, indent: lines.length === 0 ? 2 * letterWidth : 0 })
    text = ''
  }
  for (const word of words) {
    const longer = text === '' ? word : `${text} ${word}`
    if (longer.length <= room()) {
      text = longer
      continue
    }
    const left = room() - text.length - 2
    if (left >= 3 && word.length - left >= 3) {
      text = `${text} ${word.slice(0, left)}-`
      end()
      text = word.slice(left)
    } else {
      end()
      text = word
    }
  }
  end()
  return lines
}

/** Sets paragraphs in columns; each page has its chunks from the top. */
function set(paragraphs: readonly string[][], columns: number, linesAColumn: number): Chunk[][] {
  const pages: Chunk[][] = []
  for (const [index, { text, indent }] of paragraphs.flatMap(wrap).entries()) {
    const column = Math.floor(index / linesAColumn)
    const page = Math.floor(column / columns)
    const x = 50 + (column % columns) * (columnWidth + 15) + indent
    const chunks = pages[page] ?? []
    pages[page] = chunks
    chunks.push(chunk(text, x, 100 + (index % linesAColumn) * pitch))
  }
  return pages.map(page => page.sort((a, b) => a.y - b.y || a.x0 - b.x0))
}

// No word is an opener or closer of compounds, nor the mark of a list.
const word = fc.stringMatching(/^[b-df-hj-np-tvz]{2}[aeiou][b-df-hj-np-tvz][aeiou][aipvz]{0,7}$/)
const sentences = fc
  .array(word, { minLength: 30, maxLength: 60 })
  .map(words => [...words.slice(0, -1), `${words.at(-1)}.`])
  .map(([first = '', ...rest]) => [first[0]?.toUpperCase() + first.slice(1), ...rest])

test('paragraphs set in columns on pages are read as they were written, and each page begins at its first word', () => {
  fc.assert(
    fc.property(
      fc.array(sentences, { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 8, max: 30 }),
      (paragraphs, columns, linesAColumn) => {
        const pages = set(paragraphs, columns, linesAColumn)
        // A single line beside a column could be anything.
        fc.pre(pages.length > 1 || paragraphs.flatMap(wrap).length % linesAColumn !== 1)
        const { text, pages: starts } = markdownOf(blocksOf(readingOrder(pages), 10))
        expect(text).toBe(paragraphs.map(words => words.join(' ')).join('\n\n'))
        expect(starts.map(({ page }) => page)).toEqual(pages.map((_, index) => index))
        for (const { page, start } of starts) {
          const first = pages[page]?.[0]?.text.split(/[\s-]/)[0] ?? ''
          expect(text.slice(start, start + first.length)).toBe(first)
        }
        expect(starts.every(({ start }, index) => start > (starts[index - 1]?.start ?? -1))).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

describe('a heading', () => {
  const body = (y: number) =>
    Array.from({ length: 4 }, (_, line) =>
      chunk('and words that go on to the end of a line', 50, y + line * pitch),
    )

  test('is what is set larger; the largest of the first page is the title', () => {
    const page = [chunk('Walls', 50, 50, 24), chunk('Why', 50, 80, 14), ...body(100)]
    expect(blocksOf([[page]], 10).map(({ kind, text }) => [kind, text.slice(0, 5)])).toEqual([
      ['title', 'Walls'],
      ['heading', 'Why'],
      ['paragraph', 'and w'],
    ])
  })
})

test('items whose lines but the first are indented are whole, and begin anew', () => {
  const part = [
    chunk('A. The first of the items is so long that', 50, 100),
    chunk('it goes on in an indented line of its own', 65, 112),
    chunk('until here.', 65, 124),
    chunk('B. The second.', 50, 136),
  ]
  expect(blocksOf([[part]], 10).map(({ text }) => text)).toEqual([
    'A. The first of the items is so long that it goes on in an indented line of its own until here.',
    'B. The second.',
  ])
})

test('a whole sentence in larger type is no heading', () => {
  const page = [
    chunk('“It will hold,” he said.', 50, 50, 14),
    ...Array.from({ length: 5 }, (_, line) =>
      chunk('and words that go on to the end of a line', 50, 100 + line * pitch),
    ),
  ]
  expect(blocksOf([[page]], 10)[0]?.kind).toBe('paragraph')
})

test('notes at the foot of a page stand behind its text, before a paragraph that goes on overleaf', () => {
  const first = [
    chunk('A paragraph that is whole.', 50, 100),
    chunk('And another that has so many words and', 50, 130),
    chunk('¹ A note on the first.', 50, 600, 8),
  ]
  const second = [chunk('goes on here.', 50, 100)]
  expect(blocksOf([[first], [second]], 10).map(({ text }) => text)).toEqual([
    'A paragraph that is whole.',
    '¹ A note on the first.',
    'And another that has so many words and goes on here.',
  ])
})
