import { expect, test } from 'vitest'
import { exampleBrief, exampleQuote } from '../../../shared/verify/example-records.ts'
import { missingGlyphs } from '../../../shared/verify/missing-glyphs.ts'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'

const found = (parts: Parameters<typeof verifyBrief>[0]) =>
  verifyBrief(parts).filter(({ rule }) => rule === 'glyph-missing')

test.each([
  'Plain words, “quoted”, with a dash – and a figure: €1.13 trillion (±2 %).',
  'Ångström, naïve, Łódź, Việt Nam, Ελλάδα, Україна',
  'وزير المالية שר האוצר वित्त मंत्री 日本国債 한국은행 这是简体中文',
  '→ ← ⇒ ≤ ≥ ≠ ≈ ∑ √ ∞ ✓ ✗ ★ ● ■ ▲ ⚠️ ☎ 😀 👍🏽 🇯🇵 👩‍💻 1️⃣',
  'e\u0301 written in two, a soft\u00adhyphen, a no-break\u00a0space, a\u200djoiner, a\ttab',
])('%s has all of its glyphs', text => {
  expect(missingGlyphs(text)).toEqual([])
})

test('what no face has is found in runs, with the first character and how many there are', () => {
  expect(missingGlyphs('a ภาษา ไทย, then ⅔.')).toEqual([
    { start: 2, end: 10, first: 'ภ', count: 7 },
    { start: 17, end: 18, first: '⅔', count: 1 },
  ])
  expect(missingGlyphs('\u{e000}')).toMatchObject([{ first: '\u{e000}' }])
})

test('a finding names the character, its code point and its place', () => {
  expect(found(exampleBrief('# One\n\nAbout ⅔ of it, `⅔` of it.'))).toMatchObject([
    {
      line: 3,
      column: 7,
      endColumn: 8,
      severity: 'warning',
      message: expect.stringContaining('“⅔” (U+2154)'),
    },
    { line: 3, column: 17 },
  ])
})

test('what is not printed is not looked at', () => {
  expect(found(exampleBrief('A <!-- ⅔ --> b [c](https://x.org/⅔ "⅔").\n\n<!-- ⅔ -->'))).toEqual([])
})

test('what a linked record brings in is found where it is linked, and the title at the top', () => {
  const quotes = [{ ...exampleQuote, speaker: 'ทักษิณ' }]
  const parts = exampleBrief('He said :quote[]{#kato-option}.', { quotes })
  expect(found(parts)).toMatchObject([{ line: 1, column: 9, evidence: 'kato-option' }])
  const titled = { ...parts, brief: { ...parts.brief, body: 'x', title: 'ไทย' } }
  expect(found(titled)).toMatchObject([{ line: 1, column: 1, message: expect.stringContaining('“ไทย”') }])
})
