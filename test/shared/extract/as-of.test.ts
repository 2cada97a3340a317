import { expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'

const held = (text: string) => findEvidence(text, '2025-05-03').figures.map(({ text, asOf }) => [text, asOf])

test('a poll’s day of release holds for all its shares, and for those of the sentences it goes on in', () => {
  const text =
    'A harbour poll released Friday shows Bell ahead of Ito by 41 percent to 37 percent. Another 22 percent had no view.'
  expect(held(text)).toEqual([
    ['41 percent', '2025-05-02'],
    ['37 percent', '2025-05-02'],
    ['22 percent', '2025-05-02'],
  ])
})

test('the days on which a poll was taken come before the day of its release', () => {
  const text = 'The survey, released Friday and taken from 21 to 25 April, found 12 percent in favour.'
  expect(held(text)).toEqual([['12 percent', '2025-04-21/2025-04-25']])
})

test('a report’s figures hold for the year they are of, not for its month', () => {
  const text =
    'Ferries carried 31 percent of freight in 2023. Trucks carried 44 percent, the agency said in a March report.'
  expect(held(text)).toEqual([
    ['31 percent', '2023'],
    ['44 percent', '2023'],
  ])
})

test('of several dates, the one right after an amount is its own', () => {
  const text = 'The winners of the 2019 race paid $4 million in March 2024.'
  expect(held(text)).toEqual([['$4 million', '2024-03']])
})

test('figures of other sentences take no date from the first', () => {
  const text = 'In 2023, it cost $3 million. A wall was built. The bridge cost $9 million.'
  expect(held(text)).toEqual([
    ['$3 million', '2023'],
    ['$9 million', null],
  ])
})
