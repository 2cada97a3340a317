import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReadingBlock, readingBlocks } from '../../../shared/markdown/reading-blocks.ts'

const sample = readFileSync(
  join(import.meta.dirname, '../../../resources/sample/japan-treasuries.md'),
  'utf8',
)
const words = (block: ReadingBlock | undefined) => block?.runs.map(run => run.text).join('')
const shown = (text: string, kind: 'markdown' | 'text' = 'markdown') =>
  readingBlocks(text, kind).map(block => `${block.tag}: ${words(block)}`)

describe('the sample article', () => {
  const blocks = readingBlocks(sample, 'markdown')

  test('has a block for each of its lines, headings among them', () => {
    expect(blocks.map(block => block.tag).join(' ')).toBe('p p p h3 p p h3 p p p p')
    expect(words(blocks[3])).toBe('Trade Negotiations Intensify')
  })

  test('shows quoted words as emphasis without their asterisks', () => {
    expect(blocks[1]?.runs.at(-1)).toEqual({
      start: sample.indexOf('“It does exist'),
      end: sample.indexOf('matter.”') + 'matter.”'.length,
      text: '“It does exist as an option. Whether or not we act on it is a separate matter.”',
      emphasis: true,
    })
  })
})

test('runs are slices of the text, in order, and hold every word once', () => {
  const piece = fc.constantFrom(
    'word ',
    '*',
    '**',
    '`',
    '# ',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '[a](https://x.org "t")',
    '[sic]',
    '\\*',
    '&amp;',
    '1. ',
    '    ',
    '```\n',
    '| a | b |\n',
    '|---|---|\n',
    '<b>',
    '<!-- c -->',
    'https://y.org',
    '![alt](z.png)',
    '~~',
    '_',
    'é😀',
  )
  const holdsEveryWord = (text: string, kind: 'markdown' | 'text') => {
    let at = 0
    for (const run of readingBlocks(text, kind).flatMap(block => block.runs)) {
      expect(run.start).toBeGreaterThanOrEqual(at)
      expect(run.text).toBe(text.slice(run.start, run.end))
      expect(run.text).not.toBe('')
      at = run.end
    }
    const all = readingBlocks(text, kind).flatMap(words).join(' ')
    expect(all.match(/word|é😀/g)?.length ?? 0).toBe(text.match(/word|é😀/g)?.length ?? 0)
  }
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('markdown', 'text'), (pieces, kind) => {
      holdsEveryWord(pieces.join(''), kind)
    }),
    { numRuns: 500 },
  )
})

test('Markdown’s marks and the targets of links are left out, what they mark stays', () => {
  expect(shown('## A *b* `c` [d](https://x.org "t") ![e](f.png)\n')).toEqual(['h2: A b c d e'])
})

test('an editor’s square brackets stay in quoted speech', () => {
  expect(shown('“[We] will”, he said [sic].')).toEqual(['p: “[We] will”, he said [sic].'])
})

test('lists, quotations and code are blocks of their own', () => {
  expect(shown('- a\n- b\n\n> c\n\n    d\n')).toEqual(['li: a', 'li: b', 'blockquote: c', 'pre: d'])
})

test('lines wrapped by hand are one paragraph, long lines are each their own', () => {
  expect(shown('a line\nand its end')).toEqual(['p: a line\nand its end'])
  const long = 'word '.repeat(50).trim()
  expect(shown(`${long}\n${long}`)).toEqual([`p: ${long}`, `p: ${long}`])
  expect(shown(`${long}\n${long}`, 'text')).toEqual([`p: ${long}`, `p: ${long}`])
})

test('plain text keeps every mark', () => {
  expect(shown('# a *b*\n\n\n- c\r\n\r\nd\n', 'text')).toEqual(['p: # a *b*', 'p: - c', 'p: d'])
})

test('a table has a block for each row, which says what is in which cell', () => {
  const text = '| Year | Levy, € |\n| --- | --- |\n| 2024 | **6** m |\n|  | 14 |\n'
  const rows = readingBlocks(text, 'markdown')
  expect(rows.map(({ tag, isHead, cells, runs }) => [tag, isHead, cells, runs.map(run => run.text)])).toEqual(
    [
      ['tr', true, [1, 1], ['Year', 'Levy, €']],
      ['tr', false, [1, 2], ['2024', '6', ' m']],
      ['tr', false, [0, 1], ['14']],
    ],
  )
  expect(readingBlocks('a | b\n--|--\n1 | 2\n', 'markdown').map(({ cells }) => cells)).toEqual([
    [1, 1],
    [1, 1],
  ])
})
