import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'
import { findCertainEvidence } from './find-certain.ts'

const sample = readFileSync(new URL('../../../resources/sample/japan-treasuries.md', import.meta.url), 'utf8')

describe('the sample', () => {
  const found = findCertainEvidence(sample, '2025-05-03')

  test('has three quotes with who said them', () => {
    expect(
      found.quotes.map(({ text, speaker, role, organisation, cue }) => ({
        text,
        speaker,
        role,
        organisation,
        cue,
      })),
    ).toEqual([
      {
        text: 'It does exist as an option. Whether or not we act on it is a separate matter.',
        speaker: 'Katsunobu Kato',
        role: 'Japan’s Finance Minister',
        organisation: null,
        cue: 'responded',
      },
      {
        text: 'In high-stakes negotiations, having strong leverage matters. You don’t necessarily have to use it—just make sure the other side knows it’s there.',
        speaker: 'Nicholas Smith',
        role: 'strategist',
        organisation: 'CLSA',
        cue: 'noted',
      },
      {
        text: 'For Japan’s finance minister to openly discuss this possibility shows a new level of confidence in dealing with trade challenges.',
        speaker: 'Jesper Koll',
        role: null,
        organisation: 'Monex Group',
        cue: 'called',
      },
    ])
  })

  test('has one figure', () => {
    expect(found.figures).toMatchObject([
      {
        text: '$1.13 trillion',
        value: '1130000000000',
        upper: null,
        unit: 'USD',
        scale: 'trillion',
        qualifier: null,
        label: 'US Treasury bonds',
        asOf: null,
      },
    ])
  })

  test('has two events', () => {
    expect(found.events).toMatchObject([
      { text: 'through May', when: '2025-05-03/2025-05-31', status: 'expected' },
      { text: 'by June', when: '../2025-06', status: 'expected' },
    ])
  })

  test('has no dates for them without a date of its own', () => {
    expect(findEvidence(sample, null).events).toMatchObject([
      { text: 'through May', when: null, status: 'expected' },
      { text: 'by June', when: null, status: 'expected' },
    ])
  })
})

describe('what is certain', () => {
  const speakersIn = (text: string) => findCertainEvidence(text, null).quotes.map(quote => quote.speaker)

  test('has words that one person alone can have said', () => {
    expect(speakersIn('Ann Bell, the mayor, left. “The wall will not hold,” she said.')).toEqual(['Ann Bell'])
  })

  test.each([
    [
      'a pronoun that may be two people',
      'Alex Bell, the mayor, met Robin Hall, a captain. “The wall will not hold,” she said.',
    ],
    [
      'a surname that two people share',
      'Ann Bell, the mayor, met Tom Bell, a baker. “The wall will not hold,” Bell said.',
    ],
    [
      'a pronoun for somebody who was guessed',
      'Alex Bell, the mayor, met Robin Hall, a captain. “The wall will not hold,” she said.\n“The wall is very old,” she said.',
    ],
    [
      'somebody who goes on and was guessed',
      '“The wall will not hold,” the agency said. “It is old, and it leans badly.”',
    ],
    ['several people', 'Ann Bell, the mayor, left. “The wall will not hold,” they said.'],
    ['a document', '“The wall will not hold,” the report said.'],
    ['a body without its name', '“The wall will not hold,” the agency said.'],
  ])('has no words of %s', (_, text) => {
    expect(findEvidence(text, null).quotes.length).toBeGreaterThan(0)
    expect(speakersIn(text)).toEqual([])
  })
})

describe('a paragraph that opens with words and names nobody', () => {
  const certainIn = (first: string) =>
    findCertainEvidence(`Ann Bell said: ${first}\n“It will not hold another year.”`, null).quotes.length

  test('is certain where the mark before it was left open', () => {
    expect(certainIn('“The wall is old and tired.')).toBe(2)
  })

  test('is not where it was closed', () => {
    expect(certainIn('“The wall is old and tired.”')).toBe(1)
  })
})

// Pieces that the rules look for, so that random texts reach deep into them.
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '“',
      '”',
      '"',
      '‘',
      '’',
      '*',
      '**',
      '_',
      '(',
      ')',
      '—',
      '-',
      ', ',
      '. ',
      ': ',
      '\n',
      '\n\n',
      '> ',
      '# ',
    ],
    ...[
      'said ',
      'told ',
      'according to ',
      'Ann Bell',
      'Bell',
      'Mr. ',
      'she ',
      'the mayor',
      'Quay Bank',
      'of ',
      'at ',
    ],
    ...[
      '$',
      '€',
      '5',
      '12',
      '1,902',
      '.5',
      '%',
      ' percent',
      ' to ',
      ' and ',
      'between ',
      ' million',
      'bn',
      'about ',
    ],
    ...[
      'by ',
      'since ',
      'through ',
      'June',
      'May',
      '2025',
      '-05-03',
      'last ',
      'week',
      'Tuesday',
      '31 ',
      'two days later',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const text = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''))
const date = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 12 }),
  fc.constantFrom('2025-05-03', '0000-01-01', '9999-12-31', '2025-02-30', '2024-02-29'),
)

describe('whatever the text', () => {
  test('it never fails, and every suggestion is the words at its place', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), date, (words, day) => {
        const { quotes, figures, events } = findEvidence(words, day)
        for (const found of [quotes, figures, events]) {
          let end = 0
          for (const suggestion of found) {
            expect(suggestion.text).toBe(words.slice(suggestion.start, suggestion.end))
            expect(suggestion.start).toBeGreaterThanOrEqual(end)
            expect(suggestion.end).toBeGreaterThan(suggestion.start)
            expect(suggestion.confidence).toBeGreaterThan(0)
            expect(suggestion.confidence).toBeLessThanOrEqual(1)
            end = suggestion.end
          }
        }
        for (const { value, label } of figures) {
          expect(value).toMatch(/^-?\d+(?:\.\d+)?$/)
          expect(label).not.toBe('')
        }
        for (const { sentence, start, end, title } of events) {
          expect(sentence.start <= start && end <= sentence.end).toBe(true)
          expect(title).not.toBe('')
        }
        for (const { speaker } of quotes) expect(speaker.trim()).not.toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  test('what is certain is part of what is found', () => {
    fc.assert(
      fc.property(text, date, (words, day) => {
        const [all, certain] = [findEvidence(words, day), findCertainEvidence(words, day)]
        expect(all.quotes).toEqual(expect.arrayContaining(certain.quotes))
        expect(all.figures).toEqual(expect.arrayContaining(certain.figures))
        expect(all.events).toEqual(expect.arrayContaining(certain.events))
      }),
    )
  })

  test('a text without letters or digits has nothing in it', () => {
    expect(findEvidence(' “”\n\n*—* "" … ', '2025-05-03')).toEqual({
      quotes: [],
      figures: [],
      events: [],
      people: [],
    })
  })
})

describe('what is not certain is not made into evidence', () => {
  const certainQuotes = (text: string) =>
    findCertainEvidence(text, '2025-05-06').quotes.map(({ text: words, speaker }) => [words, speaker])

  test.each([
    ['words on a placard', 'A placard read “No deal with Washington at any price”.'],
    ['a slogan', 'Banners said “No deal with Washington at any price”.'],
  ])('%s after somebody spoke are not that speaker’s', (_what, sentence) => {
    const found = certainQuotes(`Kato said the plan was “ready for all of us now.” ${sentence}`)
    expect(found.filter(([, speaker]) => speaker === 'Kato')).toEqual([['ready for all of us now.', 'Kato']])
  })

  test('a sentence that stands alone after somebody spoke is that speaker’s', () => {
    const text = '“It does exist as an option,” Kato said. “Whether we act on it is another matter.”'
    expect(certainQuotes(text).map(([, speaker]) => speaker)).toEqual(['Kato', 'Kato'])
  })

  test.each([
    'Kato denied that “the bank is far too late to act”.',
    'Kato never said “the bank is far too late to act”.',
    'Kato did not say “the bank is far too late to act”.',
    'Kato would say “the bank is far too late to act”.',
  ])('%s', text => {
    expect(certainQuotes(text)).toEqual([])
  })

  test('a month named May is no doubt about what was said', () => {
    expect(certainQuotes('Kato in May said “the bank is far too late to act”.')).toHaveLength(1)
  })

  test.each([
    'Published 6 May 2025',
    'Updated on 6 May 2025 at 10:30 GMT',
    '6 May 2025',
    'May 2025',
    'By Ann Lee, The Daily Post, 3 May 2025',
  ])('the line %j dates the text and is no event in it', line => {
    const text = `${line}\n\nKato will meet the bank on 9 May 2025.`
    expect(findCertainEvidence(text, null).events.map(({ when }) => when)).toEqual(['2025-05-09'])
  })

  test('an amount is not said to measure another amount', () => {
    const text = 'The deficit fell to between $1 and $2 billion, from $3bn a year earlier.'
    expect(findCertainEvidence(text, null).figures.map(({ value }) => value)).toEqual(['1000000000'])
  })
})

test('a date within quotation marks is read by the words within', () => {
  const text = 'Kato said “we finish by June” in Tokyo.'
  expect(findEvidence(text, '2025-05-06').events).toMatchObject([{ when: '../2025-06', title: 'We finish' }])
})

test('a figure within quotation marks measures what the words within say', () => {
  const text = '“Inflation was 2.6% in March,” Governor Andrew Bailey said.'
  expect(findEvidence(text, '2025-05-06').figures).toMatchObject([{ label: 'Inflation' }])
})

test('a table’s row is no event, and its figures keep their date', () => {
  const text =
    'The wall is to be finished by 2029.\n\n| Year | Passengers |\n| --- | --- |\n| 2023 | 1,020,000 passengers |\n\nThe board votes on 3 March 2026.\n'
  const { events, figures } = findEvidence(text, '2026-02-17')
  expect(events.map(event => event.text)).toEqual(['by 2029', '3 March 2026'])
  expect(figures.find(({ value }) => value === '1020000')?.asOf).toBe('2023')
})

test('“he” is the one stranger named before where the text knows nobody else, and less surely so', () => {
  const speakerOf = (text: string) => findEvidence(text, null).quotes.map(({ speaker }) => speaker)
  const words = '“We can either raise the levy or raise the sandbags,” he said.'
  const text = `The board heard from **Oluwaseun Adeyemi** that the levy must rise. ${words}`
  expect(speakerOf(text)).toEqual(['Oluwaseun Adeyemi'])
  expect(findEvidence(text, null).quotes[0]?.confidence).toBeLessThan(0.8)
  expect(speakerOf(`The board met in Marrow Bay and heard from John Hall. ${words}`)).toEqual(['John Hall'])
  expect(speakerOf(`Nobody was named. ${words}`)).toEqual(['he'])
})

test('each paragraph is read in its own language', () => {
  const text = [
    'Finance Minister Ann Bell said: “We will rebuild the harbour wall by the end of June.” Exports rose 4% in March.',
    '加藤勝信財務相は2日、「米国債の売却は選択肢の一つとして存在している」と述べた。輸出は1億2000万円だった。',
    '“It would cost us £30 million to do it,” Mr Hall told reporters.',
  ].join('\n\n')
  const { quotes, figures, events, people } = findEvidence(text, '2025-06-01')
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Ann Bell', '加藤勝信', 'Hall'])
  expect(figures.map(figure => [figure.text, figure.label])).toEqual([
    ['4%', 'Exports rose'],
    ['1億2000万円', '輸出'],
    ['£30 million', 'It would cost us'],
  ])
  expect(events.map(event => event.text)).toEqual(['by the end of June', 'March', '2日'])
  expect(people.map(({ name }) => name)).toEqual(['Ann Bell', '加藤勝信', 'Hall'])
})

test('a heading in Latin letters leaves a Japanese text Japanese', () => {
  const text =
    '# NHK\n\n輸出は1億2000万円だった。\n\nGDP 2.5%\n\n「輸出は大きく伸びると考えている」と加藤勝信財務相は述べた。'
  expect(findEvidence(text, null).quotes.map(({ speaker }) => speaker)).toEqual(['加藤勝信'])
})
