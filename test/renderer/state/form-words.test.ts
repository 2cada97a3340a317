import { expect, test } from 'vitest'
import { languageOf, listOf, translationOf } from '../../../renderer/state/form-words.ts'

test('a language is kept as its tag is written, and what is no tag is none', () => {
  expect(languageOf('JA')).toBe('ja')
  expect(languageOf('pt-br')).toBe('pt-BR')
  expect(languageOf('japanese words')).toBeNull()
  expect(languageOf('')).toBeNull()
})

test('a translation is English where no language is named', () => {
  expect(translationOf('It exists.', '')).toEqual({ text: 'It exists.', language: 'en' })
  expect(translationOf('Il existe.', 'FR')).toEqual({ text: 'Il existe.', language: 'fr' })
})

test('several words are told apart by a sign, each once', () => {
  expect(listOf(' Japan; United States ;; Japan', ';')).toEqual(['Japan', 'United States'])
  expect(listOf('', ',')).toEqual([])
})
