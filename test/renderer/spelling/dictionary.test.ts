import { describe, expect, test } from 'vitest'
import { readDictionary } from '../../../main/dictionaries.ts'
import { openDictionary } from '../../../renderer/spelling/dictionary.ts'
import type { SpellingLanguage } from '../../../shared/spelling-languages.ts'

const open = async (language: SpellingLanguage) => openDictionary(await readDictionary(language), language)

describe('a dictionary', () => {
  test('of British English has words at the beginning of sentences, contractions and possessives', async () => {
    const english = await open('en-GB')
    const words = [
      'colour',
      'Ministers',
      'don’t',
      "don't",
      'government’s',
      'London',
      'tehn',
      'color',
      'goverment',
    ]
    expect(words.filter(word => !english.has(word))).toEqual(['tehn', 'color', 'goverment'])
    expect(english.suggest('goverment')[0]).toBe('government')
    expect(english.suggest('Definately')[0]).toBe('Definitely')
    expect(english.suggest('accomodate').length).toBeLessThanOrEqual(5)
  })

  test('of American English spells as America does', async () => {
    const english = await open('en-US')
    expect(['color', 'colour'].map(english.has)).toEqual([true, false])
  })

  test('of German knows compounds, and nouns by their capital', async () => {
    const german = await open('de')
    const words = ['Haushaltsausschusssitzung', 'Bundesverfassungsgericht', 'Der', 'Minsterium', 'regierung']
    expect(words.filter(word => !german.has(word))).toEqual(['Minsterium', 'regierung'])
    expect(german.suggest('Minsterium')[0]).toBe('Ministerium')
  })

  test('of French takes elisions off, with either apostrophe', async () => {
    const french = await open('fr')
    const words = [
      'L’économie',
      "l'économie",
      'qu’elle',
      'aujourd’hui',
      "aujourd'hui",
      'État',
      'developpement',
    ]
    expect(words.filter(word => !french.has(word))).toEqual(['developpement'])
    expect(french.suggest('developpement')).toContain('développement')
  })
})

test('what is no dictionary is refused', async () => {
  await expect(openDictionary(new TextEncoder().encode('words'), 'en-GB')).rejects.toThrow()
})
