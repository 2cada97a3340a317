import { expect, test } from 'vitest'
import { parseReferences } from '../../../shared/references/parse-references.ts'
import { usesInText } from '../../../shared/references/uses-in-text.ts'

/** The sentences in which a text uses the id `one`, with what the reference shows in brackets. */
function sentences(markdown: string) {
  const show = ({ id }: { id: string }) => `form of ${id}`
  return usesInText(markdown, parseReferences(markdown), id => id === 'one', show).map(
    ({ sentence, words: { start, end } }) =>
      `${sentence.slice(0, start)}[${sentence.slice(start, end)}]${sentence.slice(end)}`,
  )
}

test('a use has the one sentence around it, as it is read', () => {
  const text = 'First. Japan holds :figure[$1.13 trillion]{#one} of **US** bonds. Last.'
  expect(sentences(text)).toEqual(['Japan holds [$1.13 trillion] of US bonds.'])
})

test('a reference without a label shows the form of its record, and so do others in the sentence', () => {
  expect(sentences('He said :quote[]{#one} and :quote[]{#two}.')).toEqual([
    'He said [form of one] and form of two.',
  ])
})

test('a full stop within a quote ends no sentence around it', () => {
  const text = 'Kato said: :quote["It exists. We may act."]{#one} in Tokyo. Then he left.'
  expect(sentences(text)).toEqual(['Kato said: ["It exists. We may act."] in Tokyo.'])
})

test('a sentence goes over line ends and stops at the edge of a paragraph, a heading or an item', () => {
  expect(sentences('# Head\nOne\ntwo :event[by June]{#one}\nthree.\n\nNext.')).toEqual([
    'One two [by June] three.',
  ])
  expect(sentences('- Before\n- An item :event[by June]{#one} here\n- After')).toEqual([
    'An item [by June] here',
  ])
  expect(sentences('> Quoted :event[by June]{#one}.')).toEqual(['Quoted [by June].'])
})

test('a block reference stands alone', () => {
  expect(sentences('Before.\n::figure{#one}\nAfter.')).toEqual(['[form of one]'])
})

test('every use counts, at its line and column', () => {
  const text = 'A :event[x]{#one}.\n\nB :event[y]{#one}. C :event[z]{#two}.'
  const uses = usesInText(
    text,
    parseReferences(text),
    id => id === 'one',
    () => '',
  )
  expect(uses).toMatchObject([
    { line: 1, column: 3, sentence: 'A x.' },
    { line: 3, column: 3, sentence: 'B y.' },
  ])
})

test('code and comments use nothing', () => {
  expect(sentences('`:event[x]{#one}` <!-- :event[x]{#one} -->')).toEqual([])
})
