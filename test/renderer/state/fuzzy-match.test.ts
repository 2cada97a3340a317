import { describe, expect, test } from 'vitest'
import { fuzzyFilter, fuzzyScore } from '../../../renderer/state/fuzzy-match.ts'

const found = (query: string, texts: string[]) => fuzzyFilter(query, texts, text => text)

describe('finding as one types', () => {
  test('every word of the query must be found, in any order', () => {
    expect(found('kato option', ['Katsunobu Kato: an option', 'Kato said no'])).toEqual([
      'Katsunobu Kato: an option',
    ])
  })

  test('the start of a word comes before its middle', () => {
    expect(found('card', ['a discard pile', 'a card'])).toEqual(['a card', 'a discard pile'])
  })

  test('case, accents and curly apostrophes do not count', () => {
    expect(fuzzyScore("cafe's", 'Le Café’s')).not.toBeNull()
  })

  test('letters in order within one word are found last', () => {
    expect(found('ktsb', ['Kato', 'Katsunobu'])).toEqual(['Katsunobu'])
  })

  test('numbers with their signs are words', () => {
    expect(found('$1.13', ['$2 billion', '$1.13 trillion'])).toEqual(['$1.13 trillion'])
  })

  test('no query keeps everything in order', () => {
    expect(found(' ', ['b', 'a'])).toEqual(['b', 'a'])
  })
})
