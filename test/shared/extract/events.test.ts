import { describe, expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'

// A Saturday.
const day = '2025-05-03'
const eventsIn = (text: string, date: string | null = day) => findEvidence(text, date).events
const datesIn = (text: string, date: string | null = day) =>
  eventsIn(text, date).map(({ text, when }) => [text, when])

describe('expressions of time in their sentence', () => {
  test.each<[text: string, ...dates: [text: string, when: string][]]>([
    ['The ferry sank on 12 April 2024.', ['12 April 2024', '2024-04-12']],
    ['The ferry sank on April 12, 2024.', ['April 12, 2024', '2024-04-12']],
    ['The ferry sank on Tuesday morning.', ['Tuesday', '2025-04-29']],
    ['The ferry will sail on Tuesday.', ['Tuesday', '2025-05-06']],
    ['The ferry sank in March.', ['March', '2025-03']],
    ['The ferry will sail in March.', ['March', '2026-03']],
    ['The ferry sank last week.', ['last week', '2025-04-21/2025-04-27']],
    ['The ferry will sail next week.', ['next week', '2025-05-05/2025-05-11']],
    ['The ferry sank yesterday.', ['yesterday', '2025-05-02']],
    ['The ferry will sail by June.', ['by June', '../2025-06']],
    ['The ferry will sail by the end of the year.', ['by the end of the year', '../2025-12-31']],
    ['The strike is expected to last through May.', ['through May', '2025-05-03/2025-05-31']],
    ['The strike has lasted since February.', ['since February', '2025-02/..']],
    ['It was the biggest strike since February.', ['February', '2025-02']],
    ['The ferry will sail between 8 and 9 October.', ['between 8 and 9 October', '2025-10-08/2025-10-09']],
    ['The ferry sails at noon on Friday 9 May.', ['Friday 9 May', '2025-05-09']],
    ['The bank will report first-quarter profit.', ['first-quarter', '2025-01/2025-03']],
    ['The summit opens on Tuesday.', ['Tuesday', '2025-05-06']],
    ['Parliament votes next on Tuesday.', ['Tuesday', '2025-05-06']],
    ['The ferry was built in the 1990s.', ['the 1990s', '199X']],
    ['The ferry was built in early 2019.', ['early 2019', '2019~']],
    ['The ferry was built three years ago.', ['three years ago', '2022']],
    ['It closed in 2019 and opened two years later.', ['2019', '2019'], ['two years later', '2021']],
    ['Trade fell in the fourth quarter of 2024.', ['the fourth quarter of 2024', '2024-10/2024-12']],
  ])('%s', (text, ...dates) => {
    expect(datesIn(text)).toEqual(dates)
  })

  test.each([
    'You may go.',
    'They march on.',
    'Theresa May spoke.',
    'April Hall spoke.',
    'About 2000 people came.',
    'They sold 1990 homes.',
    'See https://example.org/2024/05/03/ferry.',
    'The route 2010 bus is late.',
    'It cost $2019.',
    'A decade ago all was well.',
    'It began more than a year ago.',
    'He has spoken often in the last week.',
    'It fell over the past year.',
    'He took the second one.',
  ])('none in: %s', text => {
    expect(eventsIn(text)).toEqual([])
  })

  test('a day word in somebody’s mouth counts from the day of the speech, which is not known', () => {
    expect(eventsIn('“We sail today at the very latest,” Ann Bell said.')).toEqual([])
    expect(datesIn('We sail today.')).toEqual([['today', day]])
  })
})

describe('without a date of the text', () => {
  test.each(['by June', 'through May', 'last week', 'tomorrow', 'Tuesday'])('%j stands unresolved', words => {
    expect(datesIn(`The ferry will sail ${words}.`, null)).toEqual([[words, null]])
  })

  test('a date that is complete is still read', () => {
    expect(datesIn('The ferry will sail by June 2026.', null)).toEqual([['by June 2026', '../2026-06']])
  })

  test('a day that does not exist is no date of the text', () => {
    expect(datesIn('The ferry will sail tomorrow.', '2025-02-30')).toEqual([['tomorrow', null]])
  })
})

describe('whether it has happened', () => {
  test.each([
    ['The ferry sank in March.', 'occurred'],
    ['The ferry will sail in July.', 'expected'],
    ['The ferry could sail by June.', 'expected'],
    ['The ferry sails on 9 October 2025.', 'expected'],
    ['It is expected to cut fares by December.', 'expected'],
    ['They agreed to finish it by December 2025.', 'expected'],
    ['Fares were cut by March.', 'occurred'],
    ['The ferry, which was to sail in 2019, never did.', 'occurred'],
    ['Talks are expected to continue through May.', 'expected'],
  ])('%s', (text, status) => {
    expect(eventsIn(text).map(event => event.status)).toEqual([status])
  })
})

test('an event holds the sentence it stands in', () => {
  const text = 'All was well. The ferry sank on Tuesday. Nobody knew why.'
  const [event] = eventsIn(text)
  expect(event && text.slice(event.sentence.start, event.sentence.end)).toBe('The ferry sank on Tuesday.')
})

test('a long line of words after a date costs no more than its length', () => {
  const line = `Harbour notes 9 March 2018 ${'the masons say that the wall will hold '.repeat(20)}`
  const start = process.threadCpuUsage()
  expect(findEvidence(line, '2018-03-10').events[0]?.when).toBe('2018-03-09')
  expect(process.threadCpuUsage(start).user).toBeLessThan(2_000_000)
})

test('the day of a dateline is hardly an event', () => {
  const [event] = eventsIn('OSLO, May 2 (NPA) — The ferry sank.')
  expect(event?.when).toBe('2025-05-02')
  expect(event?.confidence).toBeLessThan(0.8)
})

test.each<[text: string, when: string]>([
  ['The council is set to meet Thursday.', '2025-05-08'],
  ['The port said it calls bonds worth a million on 9 June.', '2025-06-09'],
  ['They would look past Wednesday’s ruling.', '2025-04-30'],
  ['It expects a profit for the first quarter.', '2025-01/2025-03'],
  ['Growth will be less than was forecast in July.', '2024-07'],
  ['The pier shut on Thanksgiving.', '2024-11-28'],
  ['They met on the 21st, and agreed.', '2025-04-21'],
])('%s happens at %s', (text, when) => {
  expect(datesIn(text).map(([, date]) => date)).toEqual([when])
})

test('fiscal years are those that the text declares', () => {
  expect(
    datesIn('The fiscal year ends on 30 June. Tolls rose in fiscal 2024 and will rise next fiscal year.'),
  ).toEqual([
    ['30 June', '2025-06-30'],
    ['fiscal 2024', '2023-07/2024-06'],
    ['next fiscal year', '2025-07/2026-06'],
  ])
  expect(datesIn('Tolls rose in fiscal 2024.')).toEqual([['fiscal 2024', '2024~']])
})

test('the quarter that is reported on is the one last named, or else the one just over', () => {
  expect(datesIn('Tolls fell for the quarter.')).toEqual([['for the quarter', '2025-01/2025-03']])
  expect(datesIn('In the second quarter of 2023 it rained. Tolls fell in the quarter.')[1]?.[1]).toBe(
    '2023-04/2023-06',
  )
})
