import { expect, test } from 'vitest'
import { vocabulary, zipf } from './generated-words.ts'
import { randomFrom } from './random.ts'

const words = vocabulary(randomFrom(1), 5000)

test('words are different ones, the same with a seed, and begin in many ways', () => {
  expect(new Set(words).size).toBe(5000)
  expect(vocabulary(randomFrom(1), 5000)).toEqual(words)
  expect(vocabulary(randomFrom(2), 5000)).not.toEqual(words)
  const beginnings = Map.groupBy(words, word => word.slice(0, 2))
  expect(beginnings.size).toBeGreaterThan(150)
  for (const some of beginnings.values()) expect(some.length).toBeLessThan(5000 / 20)
})

test('words are drawn by Zipf’s law', () => {
  const draw = zipf(randomFrom(1), words)
  const drawn = Map.groupBy(Array.from({ length: 100_000 }, draw), word => words.indexOf(word) + 1)
  const often = (rank: number) => drawn.get(rank)?.length ?? 0
  expect(drawn.has(0)).toBe(false)
  expect(often(1) / often(10)).toBeGreaterThan(6)
  expect(often(1) / often(10)).toBeLessThan(15)
})
