import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { plainTextMarkdown } from '../../../../main/capture/from-html/plain-markdown.ts'
import { foldWhite } from '../../../../main/capture/from-html/shown-blocks.ts'
import { foldAll, wordsRead } from '../../../../main/capture/from-html/words-kept.ts'

const piece = oneof(
  constantFrom(
    'Dear Ann',
    '1.',
    '-',
    '*',
    '_a_',
    '**b**',
    '`',
    '``',
    "''",
    '# x',
    '---',
    '===',
    '|',
    '| - |',
    '[a](b)',
    '<x>',
    '\\',
    '    ',
  ),
  constantFrom(
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\t',
    '```',
    '~~~',
    '\u00a0',
    '<!--',
    'https://a.example/b_c',
    '[x]: y',
    'a'.repeat(200),
  ),
  string({ unit: 'grapheme', maxLength: 5 }),
)

test('every word and mark of a plain text is read in its Markdown', () => {
  assert(
    property(array(piece, { maxLength: 30 }), pieces => {
      const text = pieces.join('').replaceAll('>', '')
      expect(wordsRead(plainTextMarkdown(text))).toBe(foldAll(foldWhite(text)))
    }),
    { numRuns: 3000 },
  )
})

test('what is quoted is a quotation', () => {
  expect(plainTextMarkdown('He wrote:\n> yes\n> > why?\n>> so\nDone')).toBe(
    'He wrote:\n\n> yes\n\n> > why?\n> > so\n\nDone',
  )
})
