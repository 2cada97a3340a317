import { expect, test } from 'vitest'
import { excerptOf } from '../../../shared/search/excerpt.ts'

const marked = (text: string, ...words: string[]) =>
  excerptOf(
    text,
    words.map(word => ({ words: word.replace(/\*$/, ''), isPrefix: word.endsWith('*') })),
  )
const shown = (text: string, ...words: string[]) =>
  marked(text, ...words)
    .pieces.map(piece => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('')

test('marks words whatever their case and accents, whole or as they begin', () => {
  expect(shown('The Café of Müller, cafeteria', 'cafe', 'MÜLL*')).toBe('The [Café] of [Müller], cafeteria')
})

test('marks words that stand next to each other, over what is between', () => {
  expect(shown('does exist; it does, exist', 'does exist')).toBe('[does exist]; it [does, exist]')
})

test('marks Japanese within its run', () => {
  expect(shown('加藤財務大臣は東京都で', '東京')).toBe('加藤財務大臣は[東京]都で')
})

test('shows the stretch with most of the words, and says where it is', () => {
  const text = `A tariff. ${'Nothing here at all. '.repeat(40)}Then a tariff on steel.`
  const { place } = marked(text, 'tariff', 'steel')
  expect(place).toEqual({ start: text.lastIndexOf('tariff'), end: text.lastIndexOf('tariff') + 6 })
  expect(shown(text, 'tariff', 'steel')).toMatch(/^… .*Then a \[tariff\] on \[steel\]\.$/)
})

test('leaves out Markdown’s marks, and finds nothing in addresses and ids', () => {
  const text = '# A *new* [deal](https://example.org/steel) :quote["it does"]{#kato-steel}, **steel**'
  expect(shown(text, 'steel')).toBe('A new deal "it does", [steel]')
  expect(marked(text, 'steel').place).toEqual({
    start: text.lastIndexOf('steel'),
    end: text.lastIndexOf('steel') + 5,
  })
})

test('without any of the words it is the beginning, and no place', () => {
  expect(marked(`${'Some words of a text. '.repeat(30)}`, 'absent')).toMatchObject({ place: null })
  expect(shown('Some words', 'absent')).toBe('Some words')
})

test('begins with the paragraph that it is from', () => {
  expect(shown('# Background\n\nThe minister spoke.', 'minister')).toBe('… The [minister] spoke.')
})

test('finds the same places whether a text is plain, has other signs, or accents that are characters of their own', () => {
  const words = 'Xtariff tariffs (tariff) tariff-free'
  for (const end of ['', ' “so”', ' e\u0301te\u0301', ' שלום'])
    expect(shown(words + end, 'tariff')).toBe(`Xtariff tariffs ([tariff]) [tariff]-free${end}`)
  expect(shown('E\u0301te and ete', 'ete')).toBe('[E\u0301te] and [ete]')
})

test('looks through long texts to the first place', () => {
  const text = `${'Nothing here at all. '.repeat(15_000)}Then a tariff.`
  expect(marked(text, 'tariff').place).toEqual({ start: text.length - 7, end: text.length - 1 })
})

test('an address with parentheses is none of the words', () => {
  expect(shown('See [the notes](https://example.org/a_(b)) of May', 'may')).toBe('See the notes of [May]')
})
