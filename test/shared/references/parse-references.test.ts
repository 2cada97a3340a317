import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReferences } from '../../../shared/references/parse-references.ts'
import { formatReference, referenceKinds, wordsOfLabel } from '../../../shared/references/reference.ts'

const written = (markdown: string) =>
  parseReferences(markdown).map(({ start, end }) => markdown.slice(start, end))

describe('references in a brief', () => {
  test('an inline reference has its kind, id, label and place', () => {
    const markdown = 'He said it :quote["does exist as an option"]{#kato-option}.'
    expect(parseReferences(markdown)).toEqual([
      {
        kind: 'quote',
        id: 'kato-option',
        label: '"does exist as an option"',
        block: false,
        start: 11,
        end: markdown.length - 1,
      },
    ])
  })

  test('a block reference stands alone on its line and may end a paragraph', () => {
    expect(parseReferences('He said:\n::quote{#kato}  \nMore.')).toEqual([
      { kind: 'quote', id: 'kato', label: '', block: true, start: 9, end: 23 },
    ])
    expect(parseReferences('He said ::quote{#kato}')).toEqual([])
    expect(parseReferences('::quote{#kato} and more')).toEqual([])
  })

  test('every kind is known, and no other', () => {
    const markdown = [...referenceKinds, 'chart'].map(kind => `:${kind}[]{#x}`).join(' ')
    expect(parseReferences(markdown).map(({ kind }) => kind)).toEqual([...referenceKinds])
  })

  test.each([
    ['a code span', '`:quote[a]{#b}`'],
    ['fenced code', '```\n::quote{#b}\n:quote[a]{#b}\n```'],
    ['indented code', 'Text.\n\n    ::quote{#b}'],
    ['a comment', 'Text <!-- :quote[a]{#b} --> more'],
    ['a comment over several paragraphs', '<!--\n\n::quote{#b}\n\n## x\n-->'],
    ['an escaped colon', '\\:quote[a]{#b}'],
    ['a directive without an id', ':quote[a] :quote[a]{.b} :quote'],
    ['an unclosed label', ':quote[a [b]{#c}'],
    ['a blank line in a label', ':quote[a\n\nb]{#c}'],
    ['attributes that are none', ':quote[a]{#b}c" :quote[a]{# b} :quote[a]{#b=c}'.slice(16)],
  ])('there is none in %s', (_name, markdown) => {
    expect(parseReferences(markdown)).toEqual([])
  })

  test('labels hold balanced brackets, escaped brackets and quotation marks', () => {
    const [balanced, escaped, marks] = parseReferences(
      ':quote[a [b] c]{#x} :quote[a \\] \\[ b]{#y} :quote[“it’s” "so"]{#z}',
    )
    expect(balanced?.label).toBe('a [b] c')
    expect(escaped?.label).toBe('a ] [ b')
    expect(marks?.label).toBe('“it’s” "so"')
  })

  test('attributes may stand around the id', () => {
    const markdown = ':figure[x]{.wide #us-treasuries round=2 note="a } b"}'
    expect(parseReferences(markdown)).toMatchObject([{ id: 'us-treasuries', end: markdown.length }])
  })

  test('a label over a line end is one line, in a block quote too', () => {
    expect(parseReferences(':quote[a\n  b]{#x}')).toMatchObject([{ label: 'a b' }])
    expect(parseReferences('> :quote[a\n> b]{#x}')).toMatchObject([{ label: 'a b' }])
  })

  test('references are found in lists, tables, headings, emphasis and links', () => {
    const markdown =
      '# :event[]{#a}\n\n- :event[]{#b}\n\n| x |\n|---|\n| :event[]{#c} |\n\n*:event[*]{#d}* [:event[]{#e}](https://x.org)\n'
    expect(parseReferences(markdown).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('what is formatted is parsed as the same', () => {
    const label = fc.string({ unit: 'grapheme', maxLength: 60 })
    const id = fc.stringMatching(/^[a-zé0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/)
    fc.assert(
      fc.property(fc.constantFrom(...referenceKinds), id, label, fc.boolean(), (kind, id, label, block) => {
        const reference = { kind, id, label: label.replace(/\s*[\r\n]\s*/g, ' ').trim(), block }
        const text = formatReference(reference)
        const markdown = block ? `Before\n${text}\nafter` : `Before ${text} after`
        const start = markdown.indexOf(text)
        expect(parseReferences(markdown)).toEqual([{ ...reference, start, end: start + text.length }])
      }),
      { numRuns: 500 },
    )
  })

  test('hostile text costs no more than its length allows', () => {
    const hostile = ':quote['.repeat(20_000)
    expect(written(hostile)).toEqual([])
  })

  test('a label too long to be read gives way to the record’s own form', () => {
    const text = formatReference({ kind: 'quote', id: 'x', label: 'a'.repeat(6000), block: false })
    expect(parseReferences(text)).toMatchObject([{ id: 'x', label: '' }])
  })
})

test('outer quotation marks are not part of a label’s words', () => {
  expect(wordsOfLabel('"does exist"')).toBe('does exist')
  expect(wordsOfLabel(' “does exist” ')).toBe('does exist')
  expect(wordsOfLabel('‘a’')).toBe('a')
  expect(wordsOfLabel('the “option” itself')).toBe('the “option” itself')
})
