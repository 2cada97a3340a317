import { expect, test } from 'vitest'
import { aliasOf, peopleMeant } from '../../../renderer/people/speaker-look-up.ts'
import { aPerson } from '../../shared/people/a-person.ts'

const kato = aPerson('katsunobu-kato', 'Katsunobu Kato', {
  role: 'finance minister',
  organisation: 'Japan',
})
const smith = aPerson('nicholas-smith', 'Nicholas Smith', { role: 'strategist', organisation: 'CLSA' })
const people = [smith, kato]

test.each(['Kato', 'Katsunobu Kato', 'the finance minister', 'kats'])('“%s” may mean the minister', words => {
  expect(peopleMeant(words, people)[0]).toBe(kato)
})

test('no words mean nobody', () => {
  expect(peopleMeant('  ', people)).toEqual([])
  expect(peopleMeant('Yellen', people)).toEqual([])
})

test('a name by which somebody is meant becomes one of theirs; half a word, or the name itself, does not', () => {
  expect(aliasOf(' Kato ', kato)).toBe('Kato')
  expect(aliasOf('the finance minister', kato)).toBe('the finance minister')
  expect(aliasOf('kats', kato)).toBe('')
  expect(aliasOf('Katsunobu Kato', kato)).toBe('')
})
