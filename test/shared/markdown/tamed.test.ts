import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lexMarkdown } from '../../../shared/markdown/lex-markdown.ts'
import { readingBlocks } from '../../../shared/markdown/reading-blocks.ts'
import { isTangled, tamed } from '../../../shared/markdown/tamed.ts'

describe('a text is tamed', () => {
  test.each([
    ['brackets', '[a]('.repeat(2000)],
    ['nested lists on one line', `${'- '.repeat(2000)}a`],
    ['nested quotations on one line', `${'> '.repeat(2000)}a`],
    ['white space within a line', `a${' '.repeat(3000)}b`],
    ['a title that goes on', `[a]: b "${'t\n'.repeat(2000)}`],
  ])('where it has too many %s', (_, text) => {
    expect(isTangled(text)).toBe(true)
    expect(tamed(text)).toHaveLength(text.length)
    expect(
      tamed(text)
        .split('\n')
        .map(line => line.length),
    ).toEqual(text.split('\n').map(line => line.length))
  })

  test.each([
    ['long paragraphs', 'Words in *a* [row](https://example.org) and “more” of `them`. '.repeat(60)],
    ['long tables', `| a | b |\n|---|---|\n${'| [c](https://example.org) | **d** |\n'.repeat(3000)}`],
    ['long lists', '- [a](https://example.org) *b*\n'.repeat(3000)],
    ['a note longer than a page', `[^1]: Short.\n[^2]: ${'A sentence of a note. '.repeat(300)}`],
    ['lists of definitions', '[a]: https://example.org "The *title* of it"\n'.repeat(3000)],
  ])('not where it has %s', (_, text) => {
    expect(tamed(text)).toBe(text)
  })

  test('block by block, whatever stands around it', () => {
    const block = fc.constantFrom('a', '*b*', '[a]('.repeat(1000), '> '.repeat(1100), '', 'c\nd')
    fc.assert(
      fc.property(fc.array(block), blocks => {
        expect(tamed(blocks.join('\n\n'))).toBe(blocks.map(tamed).join('\n\n'))
      }),
    )
  })
})

test('what is tangled stays in the reading view word by word', () => {
  const text = `before\n\n${'[a]('.repeat(2000)}\n\n*after*`
  const read = readingBlocks(text, 'markdown')
  expect(read.map(({ runs }) => runs.map(run => run.text).join(''))).toEqual([
    'before',
    '[a]('.repeat(2000),
    'after',
  ])
})

test('a line that takes more than any text is worth is plain text, and the lines around it are read', () => {
  const tangle = '['.repeat(10_000)
  const [first, , second, , last] = lexMarkdown(`*a*\n\n${tangle}\n\n*b*`)
  expect(first).toMatchObject({ tokens: [{ type: 'em' }] })
  expect(second).toMatchObject({ tokens: [{ type: 'text', text: tangle }] })
  expect(last).toMatchObject({ tokens: [{ type: 'em' }] })
})
