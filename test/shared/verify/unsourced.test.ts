import { describe, expect, test } from 'vitest'
import { exampleBrief, exampleFigure } from '../../../shared/verify/example-records.ts'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'

/** The words that a rule finds in a text. */
function foundBy(rule: string, body: string): string[] {
  const lines = body.split('\n')
  return verifyBrief(exampleBrief(body))
    .filter(finding => finding.rule === rule)
    .map(({ line, column, endColumn }) => lines[line - 1]?.slice(column - 1, endColumn - 1) ?? '')
}

describe('number-unsourced', () => {
  test.each([
    ['Exports fell 12% in the quarter.', ['12%']],
    ['The deficit grew to £3.2bn.', ['£3.2bn']],
    ['It would cost between $1 and $2 billion.', ['$1 and $2 billion']],
    ['Some 15,000 troops and 350 civilians left.', ['15,000', '350']],
    ['About 1.2 million people are affected.', ['1.2 million']],
    ['- Rates rose by 25 basis points.', ['25 basis points']],
    ['| Measure | Value |\n| --- | --- |\n| Debt | £3bn |', ['£3bn']],
    ['> Exports fell **12%**.', ['12%']],
    ['Japan holds :figure[]{#us-treasuries}, and exports fell 12%.', ['12%']],
  ])('%s', (body, found) => {
    expect(foundBy('number-unsourced', body)).toEqual(found)
  })

  test.each([
    'Since the 2008 crisis little has changed.',
    'See paragraph 14, page 120 and Article 50.',
    'The G7 met in Room 101 at 10:30 on Covid-19 and the F-35.',
    'We have two options, and 30 days to choose.',
    'It was decided in 2015 and again in 1998 that 2025 would be the year.',
    '1. First\n2. Second\n10. Tenth',
    'Version 2.1 of resolution 2231 (2015).',
    'The talks end on 31 May and resume on 12 June 2025.',
    'He said :quote[“exports fell 12%”]{#kato-option}.',
    'Exports fell 12% (:source[]{#ministry-statement}).',
    'Exports fell 12%.[^1]\n\n[^1]: The ministry.',
    '`12%` and <!-- 12% -->',
    '## Ten years, 12% less',
    '[the note](https://example.org/12%25/350/things)',
    'Japan holds :figure[$1.13 trillion]{#us-treasuries}.',
  ])('and nothing in: %s', body => {
    expect(foundBy('number-unsourced', body)).toEqual([])
  })

  test('a number that is a figure’s value is offered as a link to it; of two such figures neither is', () => {
    const brief = exampleBrief('Japan holds US$1.1tn of it.')
    const fixes = (libraryFigures: (typeof exampleFigure)[]) =>
      verifyBrief({ ...brief, libraryFigures }).map(({ fix }) => fix)
    expect(fixes([exampleFigure])).toEqual([
      {
        words: 'Link US Treasury bonds held by Japan',
        edits: [{ start: 12, end: 20, text: ':figure[US$1.1tn]{#us-treasuries}' }],
      },
    ])
    expect(fixes([exampleFigure, { ...exampleFigure, id: 'other' }])).toEqual([undefined])
    expect(fixes([{ ...exampleFigure, value: '1300000000000' }])).toEqual([undefined])
  })
})

describe('date-unsourced', () => {
  test.each([
    ['The talks end on 31 May 2025.', ['31 May 2025']],
    ['It was agreed in 2015.', ['2015']],
    ['A deal is due by June.', ['June']],
    ['On Tuesday 6 May both sides meet.', ['Tuesday 6 May']],
    ['Growth returns in Q3 2025.', ['Q3 2025']],
    ['Decided on 2024-11-05, signed on November 7, 2024.', ['2024-11-05', 'November 7, 2024']],
  ])('%s', (body, found) => {
    expect(foundBy('date-unsourced', body)).toEqual(found)
  })

  test.each([
    'Tokyo may march on; August Wilson and April Smith agree.',
    'Last week, yesterday, next year.',
    '| Year | Tons |\n| --- | --- |\n| 2024 | many |',
    'May we agree to 2000 words?',
    'The talks end on 31 May 2025 (:source[]{#ministry-statement}).',
    'Talks go on :event[through May 2025]{#trade-talks}.',
    'Speaking on 2 May 2025, Kato said :quote[“does exist”]{#kato-option}.',
    'In April 2025 Japan held :figure[]{#us-treasuries}.',
    'This note is of 3 May 2025.',
    '## Outlook for 2026',
    'He said “we end it in May 2026”.',
    'Resolution 2231, F-2024, #2024 and call 2015-2024-11.',
  ])('and nothing in: %s', body => {
    expect(foundBy('date-unsourced', body)).toEqual([])
  })
})

describe('quotation-unsourced', () => {
  test.each([
    ['Kato said that it “does exist as an option”.', ['“does exist as an option”']],
    ['Kato called it "unthinkable".', ['"unthinkable"']],
    ['> “We will not act on it,” he said.', ['“We will not act on it,”']],
  ])('%s', (body, found) => {
    expect(foundBy('quotation-unsourced', body)).toEqual(found)
  })

  test.each([
    'The so-called “card” is a threat.',
    'They read “The Wealth of Nations”.',
    'Kato said :quote[“does exist as an option”]{#kato-option}.',
    'Kato said “:quote[does exist as an option]{#kato-option}”.',
    'Kato said it “does exist as an option” (:source[]{#ministry-statement}).',
    'Kato said it “does exist as an option” (:quote[]{#kato-option}).',
    'It is 5" wide and 6" high, which is enough.',
    '`“does exist as an option”`',
  ])('and nothing in: %s', body => {
    expect(foundBy('quotation-unsourced', body)).toEqual([])
  })
})
