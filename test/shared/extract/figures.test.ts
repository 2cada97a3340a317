import { describe, expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'

const figuresIn = (text: string, date: string | null = '2025-05-03') => findEvidence(text, date).figures
const amountsIn = (text: string) =>
  figuresIn(text).map(({ text, value, upper, unit }) => [
    text,
    upper === null ? value : `${value}–${upper}`,
    unit,
  ])

describe('amounts', () => {
  test.each([
    'It cost €1 500 million.',
    'It cost $5 hundred million.',
    'It cost EUR 3 Mrd.',
    'It cost ¥5兆.',
    'It cost $1.2bn1 then.',
    'A force of 100 000 troops came.',
    'It needs 1’000’000 jobs.',
  ])('%s is no smaller number', text => {
    expect(amountsIn(text)).toEqual([])
  })

  test.each<[text: string, ...amounts: [text: string, value: string, unit: string][]]>([
    ['The tunnel cost $1.13 trillion.', ['$1.13 trillion', '1130000000000', 'USD']],
    ['The tunnel cost US$4bn.', ['US$4bn', '4000000000', 'USD']],
    ['The tunnel cost A$ 12m.', ['A$ 12m', '12000000', 'AUD']],
    ['The tunnel cost £3,250.75 a day.', ['£3,250.75', '3250.75', 'GBP']],
    ['The tunnel cost €20k.', ['€20k', '20000', 'EUR']],
    ['The tunnel cost ¥900 billion.', ['¥900 billion', '900000000000', 'JPY']],
    ['The tunnel cost CHF 40 million.', ['CHF 40 million', '40000000', 'CHF']],
    ['The tunnel cost 40 million Swiss francs.', ['40 million Swiss francs', '40000000', 'CHF']],
    ['The tunnel cost two billion euros.', ['two billion euros', '2000000000', 'EUR']],
    ['The tunnel cost half a million pounds.', ['half a million pounds', '500000', 'GBP']],
    ['A ride costs 50 cents.', ['50 cents', '0.50', 'USD']],
    ['A ride costs 85 pence.', ['85 pence', '0.85', 'GBP']],
    ['Prices rose 0.4 percent.', ['0.4 percent', '0.4', '%']],
    ['Prices rose 3.25% in a year.', ['3.25%', '3.25', '%']],
    ['Prices rose four per cent.', ['four per cent', '4', '%']],
    ['The lead is 3 percentage points.', ['3 percentage points', '3', 'pp']],
    ['The lead is half a percentage point.', ['half a percentage point', '0.5', 'pp']],
    ['The bank cut its rate by 25 basis points.', ['25 basis points', '25', 'bps']],
    ['Output: −2.0% on the year.', ['−2.0%', '-2.0', '%']],
    ['A loss (-$5 million).', ['-$5 million', '-5000000', 'USD']],
    ['A post-2% world, and a card—3% of all.', ['2%', '2', '%'], ['3%', '3', '%']],
    ['The bank cut its rate by 25bps.', ['25bps', '25', 'bps']],
    ['Japan Sells $1.2 Billion in Bonds.', ['$1.2 Billion', '1200000000', 'USD']],
    ['JAPAN SELLS $1.2BN IN BONDS.', ['$1.2BN', '1200000000', 'USD']],
    ['The tunnel cost $1.2 billion¹.', ['$1.2 billion', '1200000000', 'USD']],
    ['The tunnel cost $1.2bn² in all.', ['$1.2bn', '1200000000', 'USD']],
    ['The tunnel cost $1.2\u2011billion.', ['$1.2\u2011billion', '1200000000', 'USD']],
    ['Prices rose 5%².', ['5%', '5', '%']],
  ])('%s', (text, ...amounts) => {
    expect(amountsIn(text)).toEqual(amounts)
  })

  test.each([
    'The tunnel was dug in 1994.',
    'He paid with a handful of $20s.',
    'You can bet your bottom dollar.',
    'The top 1 percent pay for it.',
    'The number is 555-2030.',
    'It was won by a nose.',
    'Version 1.2.3 is out.',
    'Millions of dollars were lost.',
  ])('none in: %s', text => {
    expect(figuresIn(text)).toEqual([])
  })
})

describe('ranges', () => {
  test.each<[text: string, ...amounts: [text: string, value: string, unit: string][]]>([
    ['It costs $5 to $10 billion.', ['$5 to $10 billion', '5000000000–10000000000', 'USD']],
    ['It costs $5–10m.', ['$5–10m', '5000000–10000000', 'USD']],
    [
      'It costs between $5 million and $10 million.',
      ['$5 million and $10 million', '5000000–10000000', 'USD'],
    ],
    ['It costs $500 to $2 million.', ['$500 to $2 million', '500–2000000', 'USD']],
    ['It takes 5 to 6 percent.', ['5 to 6 percent', '5–6', '%']],
    ['It takes 5%-6% of it.', ['5%-6%', '5–6', '%']],
    ['It pays $5 and $10 for them.', ['$5', '5', 'USD'], ['$10', '10', 'USD']],
    ['It rose from $5 to $10.', ['$5', '5', 'USD'], ['$10', '10', 'USD']],
    ['It fell from 9% to 4%.', ['9%', '9', '%'], ['4%', '4', '%']],
  ])('%s', (text, ...amounts) => {
    expect(amountsIn(text)).toEqual(amounts)
  })

  test('a range is "between", and nothing else is said of it', () => {
    expect(figuresIn('It costs about $5 to $10 billion.').map(({ qualifier }) => qualifier)).toEqual([
      'between',
    ])
  })
})

describe('qualifiers', () => {
  test.each([
    ['It cost about $5.', 'approximately'],
    ['It cost nearly $5.', 'approximately'],
    ['It cost some $5.', 'approximately'],
    ['It cost ~$5.', 'approximately'],
    ['It cost $5 or so.', 'approximately'],
    ['It cost at least $5.', 'at least'],
    ['It cost $5 or more.', 'at least'],
    ['It cost up to $5.', 'at most'],
    ['It cost as much as $5.', 'at most'],
    ['It cost no more than $5.', 'at most'],
    ['It cost more than $5.', 'more than'],
    ['It cost over $5.', 'more than'],
    ['It cost $5-plus.', 'more than'],
    ['It cost less than $5.', 'less than'],
    ['It cost under $5.', 'less than'],
    ['It cost only $5.', null],
    ['It cost $5.', null],
  ])('%s', (text, qualifier) => {
    expect(figuresIn(text).map(figure => figure.qualifier)).toEqual([qualifier])
  })
})

describe('the scale as it was said', () => {
  test.each([
    ['It cost $5 million.', 'million'],
    ['It cost $5bn.', 'billion'],
    ['It cost $5 to $10 trillion.', 'trillion'],
    ['It cost $5,000,000.', null],
  ])('%s', (text, scale) => {
    expect(figuresIn(text).map(figure => figure.scale)).toEqual([scale])
  })
})

describe('what a figure measures', () => {
  test.each([
    // What it is an amount of, with who did it where that is said.
    ['The city holds $3 million in harbour bonds.', 'harbour bonds the city holds'],
    ['It fined the port £2m for spilled oil.', 'spilled oil'],
    ['About 60% of households own a boat.', 'households own a boat'],
    ['The judge set aside a £50,000 fine.', 'fine'],
    ['A fine of £50,000 was imposed.', 'fine'],
    ['The board spent £4 million on dredging last year.', 'board spent on dredging'],
    // What is counted, and which of them.
    ['More than 3,000 residents signed the petition.', 'residents signed the petition'],
    ['The ferry carried 1.2 million passengers in 2024.', 'passengers the ferry carried'],
    [
      'The storm killed 45 people and left 12,000 homes dark.',
      'people the storm killed',
      'homes dark the storm left',
    ],
    // Who did what.
    ['Exports of salt rose 4%.', 'Exports of salt rose'],
    ['Exports of salt, which had slumped, rose by 4%.', 'Exports of salt rose'],
    ['Shares in Quay Bank rose 2.1 pence.', 'Shares in Quay Bank rose'],
    ['Officials said the two raised £7 million.', 'the two raised'],
    ['Salt, fish and timber will grow 4%.', 'Salt, fish and timber will grow'],
    ['Groups that have raised £1 million may apply.', 'Groups that have raised'],
    ['It gave £3 million to £1 million that went to the islands.', 'It gave', 'went to the islands'],
    ['Another 19% said they would choose neither.', 'said they would choose neither'],
    // What stands at a level, or was moved there, is what is measured.
    ['The toll rose to £3 on Friday.', 'toll'],
    ['Sales hit nearly £9 million.', 'Sales'],
    ['The deficit stood at 5.4% of national income.', 'deficit'],
    ['Engineers put the cost of the quay at £30 million.', 'cost of the quay'],
    ['The tunnel is 12 km long.', 'tunnel'],
    ['The rate slowed from 3.1% to 2.4%.', 'rate slowed', 'rate'],
  ])('%s', (text, ...labels) => {
    expect(figuresIn(text).map(figure => figure.label)).toEqual(labels)
  })

  test.each([
    'She earned £85,000.',
    'Some, like Ann Bell, £3 million.',
    'Ann Bell had 42%, Tom Hall 38% and Jo Reed 20%.',
  ])('%s: words that only stand beside it are less sure', text => {
    expect(figuresIn(text).at(-1)?.confidence).toBeLessThan(0.8)
  })

  test('is never empty', () => {
    expect(figuresIn('$5').map(figure => figure.label)).toEqual(['$5'])
  })
})

describe('as of when', () => {
  test.each([
    ['Exports rose 4% in March 2025.', '2025-03'],
    ['Exports rose 4% in the first quarter.', '2025-01/2025-03'],
    ['Exports rose 4% in 2024.', '2024'],
    ['Exports will rise 4% in 2026.', null],
    ['Exports rose 4%.', null],
    ['Exports rose 4% in March 2025, compared with 2% before.', '2025-03'],
    ['Tolls were £2 a year earlier than in March 2025.', null],
    ['Exports rose 4%, the bank said in a February report.', null],
    ['Exports rose 4%, as forecast in February.', null],
    ['Exports rose 4% in March and fell 2% in April.', '2025-03'],
  ])('%s', (text, asOf) => {
    expect(figuresIn(text)[0]?.asOf).toBe(asOf)
  })
})
