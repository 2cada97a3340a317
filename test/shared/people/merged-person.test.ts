import { expect, test } from 'vitest'
import { mergedPerson, withAlias } from '../../../shared/people/merged-person.ts'
import { aPerson } from './a-person.ts'

test('the kept one goes by the names of the other, and keeps what it knew', () => {
  const keep = aPerson('katsunobu-kato', 'Katsunobu Kato', {
    aliases: ['加藤勝信'],
    role: 'finance minister',
    tags: ['japan'],
  })
  const other = aPerson('kato', 'Kato', {
    aliases: ['加藤勝信', 'Minister Kato'],
    role: 'minister',
    organisation: 'Government of Japan',
    tags: ['japan', 'treasuries'],
  })
  expect(mergedPerson(keep, other)).toEqual({
    ...keep,
    aliases: ['加藤勝信', 'Kato', 'Minister Kato'],
    organisation: 'Government of Japan',
    tags: ['japan', 'treasuries'],
  })
})

test('a name that is there already, or is none, is not added', () => {
  const kato = aPerson('kato', 'Kato', { aliases: ['加藤'] })
  for (const words of ['Kato', ' 加藤 ', '…', '']) expect(withAlias(kato, words)).toBe(kato)
  expect(withAlias(kato, ' K.  Kato ').aliases).toEqual(['加藤', 'K. Kato'])
})
