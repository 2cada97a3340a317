import { expect, test } from 'vitest'
import { countsIn } from '../../../shared/extract/counts.ts'

const counted = (text: string) =>
  countsIn(text).map(({ start, end, value, upper, unit }) => [
    text.slice(start, end),
    upper === null ? value : `${value}/${upper}`,
    unit,
  ])

test.each<[text: string, words: string, value: string, unit: string]>([
  ['The yard took on 1,240 welders.', '1,240 welders', '1240', 'welder'],
  ['It moved 3.5 million more containers.', '3.5 million more containers', '3500000', 'container'],
  ['Some 420 local fishing boats left.', '420 local fishing boats', '420', 'boat'],
  ['They counted 12 to 15 seals.', '12 to 15 seals', '12/15', 'seal'],
  ['Of 80 people, few stayed.', '80 people', '80', 'person'],
  ['It sold 250 of its ferries.', '250 of its ferries', '250', 'ferry'],
  ['Twenty villages flooded.', 'Twenty villages', '20', 'village'],
  ['The cable runs 48 km.', '48 km', '48', 'kilometre'],
  ['It weighs 12kg.', '12kg', '12', 'kilogram'],
  ['It was 31 degrees Celsius.', '31 degrees', '31', 'degree Celsius'],
  [
    'It reached 9 million low- and middle-income tenants.',
    '9 million low- and middle-income tenants',
    '9000000',
    'tenant',
  ],
])('%s', (text, words, value, unit) => {
  expect(counted(text)).toEqual([[words, value, unit]])
})

test.each([
  'The bridge stood for 40 years.',
  'She is 63 years old.',
  'In 2016 elections were held.',
  'The index closed at 1,478 points.',
  'Two harbour pilots left.',
  'See page 14 figures.',
  'It has grown 12 times.',
  'A 24-page report came out.',
])('%s counts nothing', text => {
  expect(counted(text)).toEqual([])
})
