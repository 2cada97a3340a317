import { describe, expect, test } from 'vitest'
import { ranked } from '../../../renderer/palette/ranking.ts'

const items = [
  { label: 'A brief', more: 'treasuries' },
  { label: 'Holdings', more: 'Treasuries held' },
  { label: 'Treasuries in May', more: '' },
]
const labels = (query: string, most = 10) => ranked(query, items, most).map(({ label }) => label)

describe('what fits', () => {
  test('is found by its name before what is only known by other words', () => {
    expect(labels('treasuries')).toEqual(['Treasuries in May', 'Holdings', 'A brief'])
  })

  test('may be found by a word of its name and another beside it', () => {
    expect(labels('held holdings')).toEqual(['Holdings'])
  })

  test('is left out where a word is not found, and beyond the most', () => {
    expect(labels('zebra')).toEqual([])
    expect(labels('treasuries', 1)).toEqual(['Treasuries in May'])
  })
})
