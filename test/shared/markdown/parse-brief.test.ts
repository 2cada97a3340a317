import fc from 'fast-check'
import { expect, test } from 'vitest'
import { briefGrammar } from '../../../shared/markdown/grammar.ts'
import { parseBrief } from '../../../shared/markdown/parse-brief.ts'

const piece = fc.constantFrom(
  '# Heading\n',
  'Words of a paragraph.\n',
  '\n',
  '\n\n',
  '- an item\n',
  '  more of it\n',
  '> quoted\n',
  '1. one\n',
  ':quote[words]{#kato}',
  '::quote{#kato}\n',
  '::page-break\n',
  '<!-- ',
  ' -->',
  '```\n',
  '`code',
  '`',
  '| a | b |\n| --- | --- |\n',
  '[a link](https://example.org)',
  '*',
  '**',
  '---\n',
  '    indented\n',
  '![',
  '](x.png)',
)

test('a text that was changed has the tree that it would have anew', () => {
  const edit = fc.record({ at: fc.nat(), removed: fc.nat({ max: 12 }), added: piece })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.array(edit, { maxLength: 12 }), (pieces, edits) => {
      let text = pieces.join('')
      parseBrief(text)
      for (const { at, removed, added } of edits) {
        const start = at % (text.length + 1)
        text = text.slice(0, start) + added + text.slice(start + removed)
        expect(parseBrief(text).toString(), text).toBe(briefGrammar.parse(text).toString())
      }
    }),
    { numRuns: 400 },
  )
})

test('places are those of the changed text', () => {
  parseBrief('One.\n\nTwo :quote[]{#kato}.\n')
  const text = 'One and more.\n\nTwo :quote[]{#kato}.\n'
  let found = ''
  parseBrief(text).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'Reference') found = text.slice(from, to)
    },
  })
  expect(found).toBe(':quote[]{#kato}')
})

test('a long text that was changed anywhere has the tree that it would have anew', () => {
  const long = Array.from({ length: 300 }, (_, at) => `Words of *paragraph* ${at}.\n\n`).join('')
  for (let at = 0; at <= long.length; at += 509) {
    parseBrief(long)
    const text = `${long.slice(0, at)}\n# Heading :quote[]{#kato}\n${long.slice(at + 3)}`
    expect(parseBrief(text).toString()).toBe(briefGrammar.parse(text).toString())
  }
})
