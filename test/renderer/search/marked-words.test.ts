import { describe, expect, test } from 'vitest'
import { markedWords, saysMore, wordsToMark } from '../../../renderer/search/marked-words.ts'

const marked = (text: string, words: string[]) =>
  markedWords(text, words)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('')

test('words are marked where a word begins, whatever their case', () => {
  expect(marked('US Treasuries held by the Treasury', ['treasur'])).toBe(
    'US [Treasuries] held by the [Treasury]',
  )
  expect(marked('An administer', ['minister'])).toBe('An administer')
  expect(marked('加藤財務大臣', ['財務'])).toBe('加藤[財務]大臣')
  expect(marked('', ['a'])).toBe('')
  expect(marked('Nothing', [])).toBe('Nothing')
})

test('what was found as it stands is marked besides', () => {
  const excerpt = [{ text: 'café', isFound: true }]
  expect(marked('Le café', wordsToMark({ excerpt }, ['cafe']))).toBe('Le [café]')
})

describe('an excerpt', () => {
  const excerpt = (text: string, isFound: boolean) => [
    { text: '… ', isFound: false },
    { text, isFound },
  ]

  test('of the title itself is not told twice', () => {
    expect(
      saysMore({ collection: 'quotes', excerpt: excerpt('an option', true) }, '“It is an option.”'),
    ).toBe(false)
  })

  test('of a text is told also where nothing in it was found', () => {
    expect(saysMore({ collection: 'sources', excerpt: excerpt('It began', false) }, 'Yields')).toBe(true)
  })

  test('of what a row says anyway is told only with what was found', () => {
    expect(saysMore({ collection: 'figures', excerpt: excerpt('765000 · USD', false) }, '$765')).toBe(false)
    expect(saysMore({ collection: 'figures', excerpt: excerpt('USD', true) }, '$765')).toBe(true)
  })
})
