import { expect, test } from 'vitest'
import { amountsIn } from '../../../shared/extract/amounts.ts'

const money = (text: string) =>
  amountsIn(text).map(({ start, end, value, unit }) => [text.slice(start, end), value, unit])

test.each<[text: string, words: string, value: string, unit: string]>([
  ['The dam cost 1,250 €.', '1,250 €', '1250', 'EUR'],
  ['The dam cost 300EUR.', '300EUR', '300', 'EUR'],
  ['The dam cost NZD$40m.', 'NZD$40m', '40000000', 'NZD'],
  ['Rs 500 was paid.', 'Rs 500', '500', 'INR'],
  ['It raised 12 crore rupees.', '12 crore rupees', '120000000', 'INR'],
  ['It raised 40 million Kenyan shillings.', '40 million Kenyan shillings', '40000000', 'KES'],
  [
    'It raised two hundred and fifty million Egyptian pounds.',
    'two hundred and fifty million Egyptian pounds',
    '250000000',
    'EGP',
  ],
  ['Nine dollars and five cents was all.', 'Nine dollars and five cents', '9.05', 'USD'],
  ['A fine of 700 forints.', '700 forints', '700', 'HUF'],
  ['A fine of ALL 7,000.', 'ALL 7,000', '7000', 'ALL'],
])('%s', (text, words, value, unit) => {
  expect(money(text)).toEqual([[words, value, unit]])
})

test.each(['The TOP 10 are ALL 50 or more.', 'He lost 20 pounds of fat.', 'Of the eight, 5 won.'])(
  '%s names no money',
  text => {
    expect(money(text)).toEqual([])
  },
)
