import { expect, test } from 'vitest'
import { calloutKinds, calloutName } from '../../../shared/markdown/callouts.ts'

test('a callout is called by a word of the language, and in English where none is known', () => {
  expect(calloutName('warning', 'en-GB')).toBe('Warning')
  expect(calloutName('warning', 'de-AT')).toBe('Warnung')
  expect(calloutName('note', 'fr')).toBe('Remarque')
  expect(calloutName('caution', 'ja')).toBe('Caution')
})

test('no language calls two kinds the same', () => {
  for (const language of ['en', 'de', 'fr'])
    expect(new Set(calloutKinds.map(kind => calloutName(kind, language))).size).toBe(calloutKinds.length)
})
