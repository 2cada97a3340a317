import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownOf } from '../../../../main/capture/pdf/markdown.ts'
import type { Block } from '../../../../main/capture/pdf/paragraphs.ts'
import { readingBlocks } from '../../../../shared/markdown/reading-blocks.ts'

const block = (text: string, kind: Block['kind'] = 'paragraph', page = 0): Block => ({
  kind,
  text,
  pages: [{ page, start: 0 }],
  size: 10,
})
const written = (text: string) => markdownOf([block(text)]).text

describe('a paragraph', () => {
  test.each([
    'It rose by 3 * 4 to 12, or # 2 of 5.',
    'See snake_case_names and <MIME>/globs, 5 > 4 & more &amp; so on.',
    'He said [sic] that it was 1. or 2.',
    'A price of ~ 5 and of ~ 6.',
    '-5 degrees, +3 tomorrow',
    '#winning',
    ':quote[x] and ::figure',
    'a | b',
  ])('is left as it is where nothing would be misread: %s', text => {
    expect(written(text)).toBe(text)
  })

  test.each([
    ['# not a heading', '\\# not a heading'],
    ['> not a quotation', '\\> not a quotation'],
    ['1. is no list by itself', '1\\. is no list by itself'],
    ['- neither', '\\- neither'],
    ['a *word* of it', 'a \\*word\\* of it'],
    ['---', '\\---'],
  ])('has a backslash where %s would be misread', (text, expected) => {
    expect(written(text)).toBe(expected)
  })
})

test('numbered paragraphs that follow one another are a list', () => {
  const blocks = ['1. First.', 'More of it.', '2. Second.'].map(text => block(text))
  expect(markdownOf(blocks).text).toBe('1. First.\n\nMore of it.\n\n2. Second.')
})

test('whatever stands in blocks is read from them, and pages begin at their first words', () => {
  const text = fc
    .array(fc.constantFrom(...'ab1 *_`#>[]()<~|\\-+.:!'), { minLength: 1, maxLength: 30 })
    .map(parts => parts.join('').replace(/\s+/g, ' ').trim())
    .filter(words => words !== '')
  const kind = fc.constantFrom<Block['kind']>('paragraph', 'heading', 'item')
  fc.assert(
    fc.property(fc.array(fc.tuple(text, kind), { minLength: 1, maxLength: 6 }), drafts => {
      const blocks = drafts.map(([words, kind], page) => block(words, kind, page))
      const { text, pages } = markdownOf(blocks)
      expect(pages).toHaveLength(blocks.length)
      for (const { page, start } of pages) {
        const words = text.slice(start).split('\n\n')[0] ?? ''
        expect(words.replaceAll('\\', '')).toBe(blocks[page]?.text.replaceAll('\\', ''))
      }
      const isList = blocks.some(({ text }) => /^\d/.test(text))
      if (isList) return
      const read = readingBlocks(text, 'pdf').map(({ runs }) => runs.map(run => run.text).join(''))
      expect(read.join('\n').replaceAll('\\', '')).toBe(
        blocks.map(({ text }) => text.replaceAll('\\', '')).join('\n'),
      )
    }),
    { numRuns: 500 },
  )
})

describe('rows that follow one another', () => {
  const rows = ['Province\tWheat', 'Western lake\t128,400', 'Southern lake\t31,100']

  test('are a table, on whose rows pages begin at their first words', () => {
    const blocks = rows.map((text, at) => ({ ...block(text, 'row', at === 2 ? 1 : 0) }))
    const { text, pages } = markdownOf([block('Before.'), ...blocks, block('After.', 'paragraph', 1)])
    expect(text).toBe(
      'Before.\n\n| Province | Wheat |\n| --- | --- |\n| Western lake | 128,400 |\n| Southern lake | 31,100 |\n\nAfter.',
    )
    expect(pages.map(({ start }) => text.slice(start, start + 13))).toEqual([
      'Before.\n\n| Pr',
      'Southern lake',
    ])
  })

  test('are lines where they have not as many cells, stand alone, or a cell would be misread', () => {
    const lines = (texts: string[]) => markdownOf(texts.map(text => block(text, 'row'))).text
    expect(lines(['One\ttwo'])).toBe('One\ttwo')
    expect(lines(['One\ttwo', 'a\tb\tc'])).toBe('One\ttwo\n\na\tb\tc')
    expect(lines(['One\ttwo', 'a | b\tc'])).not.toContain('---')
    expect(lines(['One\ttwo', '*a*\tc'])).not.toContain('---')
  })
})
