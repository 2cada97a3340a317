import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWording } from '../../../shared/verify/quoted-words.ts'

const original =
  'It does exist as an option. Whether or not we act on it is a separate matter—“just so”, as he said.'

describe('the words of a quotation', () => {
  test.each([
    ['the whole', original],
    ['a part', 'does exist as an option'],
    ['a part over the end of a sentence', 'as an option. Whether or not'],
    [
      'a part with other punctuation',
      'as an option; whether or not we act on it'.replace('; whether', ', Whether'),
    ],
    ['a part whose first letter stands within a sentence now', 'it does exist'],
  ])('%s is exact', (_, given) => {
    expect(compareWording(given, original).is).toBe('exact')
  })

  test.each([
    ['an ellipsis', 'It does exist … a separate matter'],
    ['three dots', 'It does exist ... a separate matter'],
    ['an ellipsis in brackets', 'It does exist […] is a separate matter'],
    ['a word put in', 'Whether or not we [Japan] act on it'],
    ['another capital', '[W]hether or not we [Japan] act on it'],
  ])('%s is a marked edit', (_, given) => {
    expect(compareWording(given, original).is).toBe('marked')
  })

  test.each([
    ['words left out', 'It does exist as an option. Whether we act on it is a separate matter', 'unmarked'],
    ['another word', 'It may exist as an option', 'altered'],
    ['a word more', 'It does really exist as an option', 'altered'],
    ['half a word', 'does exist as an opt', 'altered'],
    ['a mark does not cover another word', 'It may exist … a separate matter', 'altered'],
    ['another order', 'as an option it does exist', 'altered'],
    ['other words', 'we will sell every bond by Friday', 'foreign'],
  ])('%s: %s is %s', (_, given, is) => {
    expect(compareWording(given, original).is).toBe(is)
  })

  test('an amount with another currency, sign or decimal is another word', () => {
    const said = 'we hold $1.13 trillion, up -5% on the year'
    for (const given of [
      'we hold £1.13 trillion, up',
      'we hold $1.31 trillion, up',
      'trillion, up 5% on the year',
    ]) {
      expect(compareWording(given, said).is, given).toBe('altered')
    }
  })

  test('text without spaces is compared sign by sign', () => {
    const said = '選択肢としては存在する。行使するかどうかは別の問題だ。'
    expect(compareWording('選択肢としては存在する', said).is).toBe('exact')
    expect(compareWording('選択肢としては存在しない', said).is).toBe('altered')
  })

  test('the passage that was meant is given back', () => {
    expect(compareWording('may exist as an option', original).passage).toBe('does exist as an option')
    expect(compareWording('act on it is a different matter', original).passage).toBe(
      'act on it is a separate matter',
    )
  })

  const word = fc.stringMatching(/^[a-z]{1,9}$/)
  test('any single altered word of a quote of five words or more is found', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 5, maxLength: 60 }), fc.nat(), word, (words, at, other) => {
        const index = at % words.length
        fc.pre(words[index] !== other)
        const given = words.with(index, other).join(' ')
        expect(['altered', 'foreign']).toContain(compareWording(given, words.join(' ')).is)
      }),
    )
  })

  test('any run of a quote’s words is exact, and its passage is that run', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (words, one, other) => {
          const [start, end] = [one % words.length, other % words.length].sort((a, b) => a - b)
          const given = words.slice(start, (end ?? 0) + 1).join(' ')
          expect(compareWording(given, words.join(' '))).toMatchObject({ is: 'exact', passage: given })
        },
      ),
    )
  })
})
