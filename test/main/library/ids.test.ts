import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf, UsedIds } from '../../../main/library/ids.ts'
import { id } from '../../../shared/model/v1/fields.ts'

test.each([
  ['Japan’s $1.13 trillion', 'japans-1-13-trillion'],
  ['Évaluation générale', 'evaluation-generale'],
  ['財務大臣の発言', '財務大臣の発言'],
  ['クレジットカード', 'クレジットカード'],
  ['ｶﾞﾗｽ', 'ガラス'],
  ['हिन्दी में भाषण', 'हिन्दी-में-भाषण'],
  ['बजट के\u200dलिए', 'बजट-केलिए'],
  ['ภาษีที่ดิน', 'ภาษีที\u0e48ดิน'],
  ['Ελλάδα', 'ελλαδα'],
  ['Hawaiʻi', 'hawaii'],
  ['❤️ 1️⃣', '1'],
  ['\u0301', 'untitled'],
  ['𠮷'.repeat(30), '𠮷'.repeat(24)],
  ['Con', 'con-1'],
  ['COM¹', 'com1-1'],
  ['Aux, again', 'aux-again'],
  ['…!?', 'untitled'],
  [
    'one two three four five six seven eight nine ten eleven',
    'one-two-three-four-five-six-seven-eight-nine-ten',
  ],
])('the slug of “%s” is %s', (words, slug) => {
  expect(slugOf(words)).toBe(slug)
})

test('any words give an id that the schema takes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      words => id.safeParse(slugOf(words)).success,
    ),
  )
})

test('long words of rare scripts give an id that the schema takes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('𠮷', '𞤀', 'क', '्', 'カ', '゙', 'e', '\u0301', '-', '\ufe0f', '1', ' '), {
        minLength: 40,
        maxLength: 120,
      }),
      parts => id.safeParse(slugOf(parts.join(''))).success,
    ),
  )
})

test('an id is given once', () => {
  const used = new UsedIds()
  used.add('kato')
  expect([used.take('kato'), used.take('kato'), used.take('smith')]).toEqual(['kato-2', 'kato-3', 'smith'])
})
