import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparableName } from '../../../shared/people/comparable-name.ts'
import { likelyPeople, peopleByName } from '../../../shared/people/find-people.ts'
import '../../property-seed.ts'
import { aPerson } from './a-person.ts'

const kato = aPerson('kato', 'Katsunobu Kato', {
  aliases: ['加藤勝信', 'Kato-san'],
  role: 'finance minister',
  organisation: 'Government of Japan',
})
const koll = aPerson('koll', 'Jesper Koll', { role: 'expert director', organisation: 'Monex Group' })
const people = [kato, koll]

describe('names are compared', () => {
  test.each([
    ['Katsunobu Kato', 'katsunobu kato'],
    ['  Mr.  Katsunobu   KATO ', 'katsunobu kato'],
    ['Prof. Dr. José Ángel', 'jose angel'],
    ['Jean‑Claude O’Brien', 'jean claude obrien'],
    ["Japan's finance minister", 'japan finance minister'],
    ['the finance minister', 'finance minister'],
    ['加藤 勝信', '加藤勝信'],
    ['ガトウ', 'ガトウ'],
    ['Dr', 'dr'],
    ['…', ''],
  ])('“%s” as “%s”', (words, name) => expect(comparableName(words)).toBe(name))

  test('the same way however often it is done', () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aÉ İß加藤’s.-mrthe ') }),
    )
    fc.assert(
      fc.property(anyName, words => {
        expect(comparableName(comparableName(words))).toBe(comparableName(words))
      }),
    )
  })

  test('whatever the case, the accents and the spaces around them', () => {
    const name = fc.stringMatching(/^[a-z]{2,9}( [a-z]{2,9}){0,3}$/)
    fc.assert(
      fc.property(name, fc.constantFrom('', 'Mr ', 'Ms. ', 'Dr '), (words, address) => {
        const written = ` ${address}${words.toUpperCase().replace(/E/g, 'É')}  `
        expect(comparableName(written)).toBe(comparableName(words))
      }),
    )
  })
})

describe('a person is named', () => {
  const find = peopleByName(people)

  test.each(['Katsunobu Kato', 'Mr Katsunobu Kato', 'KATŌ-SAN', '加藤 勝信'])('by “%s”', words =>
    expect(find(words)).toBe(kato),
  )

  test.each(['Kato', 'K. Kato', 'the finance minister', 'Katsunobu', 'Katsunobu Katoh', ''])(
    'not by “%s”',
    words => expect(find(words)).toBeNull(),
  )

  test('by a family name where it is one of the other names', () => {
    expect(peopleByName([{ ...kato, aliases: ['Kato'] }, koll])('Kato')?.id).toBe('kato')
  })

  test('by no name that two have', () => {
    const other = aPerson('other', 'Kato-san')
    expect(peopleByName([...people, other])('Kato-san')).toBeNull()
    expect(peopleByName([...people, other])('Katsunobu Kato')).toBe(kato)
  })

  test('once where one has the same name twice', () => {
    expect(peopleByName([{ ...kato, aliases: ['KATSUNOBU KATO'] }])('Katsunobu Kato')?.id).toBe('kato')
  })

  test('by each of the names, and never by those of two', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{1,6} [A-Z][a-z]{1,6}$/)
    const some = fc.array(fc.tuple(name, fc.array(name, { maxLength: 3 })), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(some, named => {
        const all = named.map(([one, aliases], index) => aPerson(`p${index}`, one, { aliases }))
        const lookUp = peopleByName(all)
        for (const person of all) {
          for (const words of [person.name, ...person.aliases]) {
            const holders = all.filter(each =>
              [each.name, ...each.aliases].some(other => comparableName(other) === comparableName(words)),
            )
            expect(lookUp(words)).toBe(holders.length === 1 ? person : null)
          }
        }
      }),
    )
  })
})

describe('a person may be meant', () => {
  test.each(['Kato', 'Mr Kato', 'K. Kato', '加藤', 'Katsunobu', 'Katsunobu Robert Kato'])(
    'by “%s”, a part of the name',
    words => expect(likelyPeople(words, people)).toEqual([kato]),
  )

  test.each([
    'the finance minister',
    'Finance Minister',
    'Japan’s finance minister',
    'finance minister of Japan',
    'finance minister Kato',
  ])('by “%s”, which is what he is', words => expect(likelyPeople(words, people)).toEqual([kato]))

  test.each([
    'Katsunobu Kato',
    'Kat',
    'the deputy finance minister',
    'France’s finance minister',
    'minister',
    'K.',
    'O',
    '',
  ])('not by “%s”', words => expect(likelyPeople(words, people)).toEqual([]))

  test('by a family name that several have', () => {
    const other = aPerson('other', 'Ayuko Kato')
    expect(likelyPeople('Kato', [kato, koll, other])).toEqual([kato, other])
  })

  test('by the last word of a name of several words, never for certain', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,6} [A-Z][a-z]{2,6}$/)
    fc.assert(
      fc.property(name, words => {
        const person = aPerson('one', words)
        const family = words.split(' ')[1] ?? ''
        if (comparableName(words).split(' ').length < 2) return
        expect(peopleByName([person])(family)).toBeNull()
        expect(likelyPeople(family, [person])).toEqual([person])
      }),
    )
  })
})
