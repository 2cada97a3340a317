import { expect, test } from 'vitest'
import { typingErrors } from '../../../shared/search/near-words.ts'
import { randomFrom } from '../random.ts'
import { drawnKeys, drawnPhrases, drawnWords, mistype, mistypedWords } from './queries.ts'

const texts = ['First things come first. Then Xylophones, and more.', 'Another one'].map((text, number) => ({
  id: `text-${number}`,
  title: '',
  text,
}))

test('words and keys are the same with a seed', () => {
  const [word, again, key] = [drawnWords(3), drawnWords(3), drawnKeys(3)]
  const words = Array.from({ length: 50 }, word)
  expect(Array.from({ length: 50 }, again)).toEqual(words)
  for (let count = 0; count < 20; count++) {
    const typed = key()
    expect(typed.length).toBeGreaterThan(1)
    expect(typed.length).toBeLessThan(6)
    expect(words.some(each => each.startsWith(typed))).toBe(true)
  }
})

test('a phrase stands in its text', () => {
  const phrase = drawnPhrases(3, texts)
  for (let count = 0; count < 50; count++) {
    const words = phrase()
    expect(words.split(' ').length).toBeGreaterThan(1)
    expect(texts.some(({ text }) => text.includes(words))).toBe(true)
  }
})

test('a word is mistyped by one error, and knows the text that it stands in', () => {
  const random = randomFrom(1)
  for (let count = 0; count < 200; count++)
    expect(typingErrors(mistype('xylophones', random), 'xylophones', 1, false)).toBe(1)
  const known = mistypedWords(3, texts, 200)
  expect(known.length).toBeGreaterThan(0)
  for (const { typed, place } of known)
    expect(
      (texts[place]?.text.toLowerCase().match(/\p{L}+/gu) ?? []).some(
        word => typingErrors(typed, word, 1, false) === 1,
      ),
    ).toBe(true)
})
