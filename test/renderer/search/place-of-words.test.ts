import { expect, test } from 'vitest'
import { placeOfWords } from '../../../renderer/search/place-of-words.ts'

const text = 'The minister met the minister.'

test.each([
  ['where they stood', { start: 4, end: 12 }, 'minister', { start: 4, end: 12 }],
  ['the nearest after', { start: 17, end: 25 }, 'minister', { start: 21, end: 29 }],
  ['the nearest before', { start: 10, end: 18 }, 'minister', { start: 4, end: 12 }],
  ['where they stood, if they stand nowhere', { start: 4, end: 12 }, 'Ministers', { start: 4, end: 12 }],
  ['where they stood, if they are not known', { start: 4, end: 12 }, null, { start: 4, end: 12 }],
  ['within a text that is shorter by now', { start: 90, end: 99 }, null, { start: 30, end: 30 }],
])('words are shown %s', (_, place, words, now) => {
  expect(placeOfWords(text, place, words)).toEqual(now)
})
