import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedText, foldedWords, foldInPlace, indexedText } from '../../../shared/search/search-text.ts'

const spaced = (text: string) => text.trim().replace(/\s+/g, ' ')

test('Japanese and Chinese are cut into every two characters, other scripts stay', () => {
  expect(spaced(indexedText('東京都のDX推進'))).toBe('東京 京都 都の の DX 推進 進')
  expect(indexedText('Größe, naïve, Київ')).toBe('Größe, naïve, Київ')
  expect(indexedText('ＧＤＰは２％')).toContain('GDP')
})

test('words are asked for by the same pairs, and one character may go on', () => {
  expect(spaced(askedText('東京都').text)).toBe('東京 京都')
  expect(askedText('東京都').goesOn).toBe(false)
  expect(spaced(askedText('令和7年').text)).toBe('令和 和 7 年')
  expect(spaced(askedText('三菱UFJ銀行').text)).toBe('三菱 菱 UFJ 銀行')
  expect(askedText('東').goesOn).toBe(true)
  expect(askedText('2025年').goesOn).toBe(true)
  expect(askedText('trade')).toEqual({ text: 'trade', goesOn: false })
})

test('every stretch of Japanese that is asked for is among the neighbours that are indexed', () => {
  const japanese = fc.array(fc.constantFrom(...'東京都日本経済財務大臣の'), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(japanese, fc.nat(10), fc.nat(10), (characters, from, length) => {
      const text = characters.join('')
      const asked = text.slice(from % (text.length - 1), (from % (text.length - 1)) + 2 + length)
      expect(` ${spaced(indexedText(text))} `).toContain(` ${spaced(askedText(asked).text)} `)
    }),
  )
})

test('words have neither case nor accents', () => {
  expect(foldedWords('Müller’s CAFÉ, İstanbul 1.13')).toEqual(['muller', 's', 'cafe', 'istanbul', '1', '13'])
})

test('a text that is folded in its place keeps its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(foldInPlace(text)).toHaveLength(text.length)
    }),
  )
  expect(foldInPlace('Zürich – İL Ｅ')).toBe('zurich – il e')
})
