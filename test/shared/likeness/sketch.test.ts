import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areNearDuplicates } from '../../../shared/likeness/near-duplicates.ts'
import { sharedOf, sketchOf } from '../../../shared/likeness/sketch.ts'
import '../../property-seed.ts'

const sentence = (number: number) => `Sentence ${number} tells of harbour dues in the year ${1900 + number}.`
const story = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => sentence(from + at)).join(' ')
const shared = (one: string, other: string) => sharedOf(sketchOf(one), sketchOf(other))

describe('a sketch', () => {
  test('of a copy that was set and cut otherwise shares its sentences', () => {
    const text = story(0, 20)
    const copy = `# A headline of its own\n\n${story(3, 20).replaceAll(' tells', '\u00a0tells').toUpperCase()}`
    expect(shared(text, copy)).toBe(17)
  })

  test('of another text shares nothing', () => {
    expect(shared(story(0, 20), story(20, 40))).toBe(0)
  })

  test('finds a short text in one many times its length', () => {
    expect(shared(story(0, 40), story(0, 400))).toBeGreaterThan(0)
  })

  test('of short lines is one of all of them', () => {
    expect(sketchOf('No. Yes.')).toHaveLength(1)
    expect(shared('No. Yes.', 'no, yes')).toBe(1)
    expect(shared('No. Yes.', 'No. No.')).toBe(0)
    expect(sketchOf('')).toHaveLength(1)
  })

  test('has distinct numbers, rising, and no more than 64, in whatever order the sentences stand', () => {
    const line = fc.string({ minLength: 20, maxLength: 40, unit: fc.constantFrom(...'abcdefgh') })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 100 }), lines => {
        const sketch = [...sketchOf(lines.join('\n'))]
        expect(sketch).toEqual([...new Set(sketch)].toSorted((a, b) => a - b))
        expect(sketch.length).toBeLessThanOrEqual(64)
        expect(shared(lines.join('\n'), lines.toReversed().join('\n'))).toBe(sketch.length)
      }),
    )
  })
})

describe('near-duplicates', () => {
  test('are told in a language that parts no words', () => {
    const text =
      '加藤財務相は、米国債の売却は選択肢として存在すると述べた。実際に行うかどうかは別の問題だと付け加えた。'
    expect(areNearDuplicates({ text }, { text: text.replace('述べた', '語った') })).toBe(true)
    expect(
      areNearDuplicates({ text }, { text: '日本銀行は金利を据え置き、物価の見通しを引き下げると発表した。' }),
    ).toBe(false)
  })
})
