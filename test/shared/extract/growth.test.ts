// A hostile text may not cost more than its length: each pattern that a rule looks for, again and again.
import { expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'

const small = 25_000
/** Dates are each resolved on the calendar, so fewer of them do. */
const smallOfDates = 3000
const growth = 8
// Eight times the text may take forty times the work before it counts as more than linear; what grows with the square
// takes sixty-four times.
const limit = 40

const repeated: [what: string, piece: string][] = [
  ['straight quotation marks', '"'],
  ['opening quotation marks', '“'],
  ['pairs of quotation marks', '“” '],
  ['digits', '1'],
  ['digits and commas', '1,'],
  ['ranges of numbers', '1 to '],
  ['amounts', '$5m '],
  ['capital letters', 'A'],
  ['capitalised words', 'Abc '],
  ['names joined by "of"', 'Bank of the '],
  ['initials', 'A.'],
  ['forms of address', 'Mr. '],
  ['speakers', '“We are very well here,” Ann Bell said.\n'],
  ['words in one paragraph without a speaker', '“Alpha bravo charlie delta echo” '],
  ['pronouns', '“We are very well here,” she said. Ann Bell left.\n'],
  ['reporting verbs', 'said '],
  ['reporting verbs between quotation marks', 'saying the “harbour wall is old and weak” '],
  ['single quotation marks', ' ‘We are very well here,’ '],
  ['two apostrophes', " ''We are very well here,''"],
  ['block quotes', '> The wall is old.\n'],
  ['headlines', 'The Wall Will Not Hold Long\n'],
  ['Japanese speakers', '北野春子市長は「港の壁はもう持たない」と述べた。'],
  ['Japanese people', '港の北野氏と'],
  ['Japanese characters', '港'],
  ['white space', ' '],
  ['line ends', '\n'],
  ['Markdown’s emphasis', '*'],
  ['counts', '12 big '],
  ['shares in a poll', 'poll 4% '],
  ['Japanese digits', '千'],
  ['Japanese lines without an end', 'あいうえお\n\n'],
  ['Japanese amounts', '約3億円'],
  ['half a surrogate pair', '\ud83d'],
]

/** What this thread works for it, in microseconds: the clock on the wall would count what others do. */
function work(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length))
  const start = process.threadCpuUsage()
  findEvidence(text, '2025-05-03')
  return process.threadCpuUsage(start).user
}

/** The least work of three times. */
function leastWork(piece: string, length: number): number {
  return Math.min(...[1, 2, 3].map(() => work(piece, length)))
}

const dates: [what: string, piece: string][] = [
  ['dates', 'by June '],
  ['ranges of dates', 'from May to '],
  ['days of the week', 'Tuesday '],
  ['weeks of weeks', 'the second week of '],
  ['Japanese dates', '5月から'],
]

/** What comes after a date is asked whether it is a time, such as "at 9:30am GMT": no way to cut up other letters may be tried. */
test('a date before a long run of words costs no more than the same words before it', () => {
  const words = 'the ferry sank and nobody knew why it did so'
  const works = [`${words} on 5 May`, `5 May ${words}, they said`].map(piece =>
    leastWork(`${piece}.\n`, smallOfDates),
  )
  expect(Math.max(...works) / Math.max(5000, Math.min(...works))).toBeLessThan(limit)
})

function ratio(piece: string, length: number): number {
  // Below five milliseconds a measurement says little.
  const least = Math.max(5000, leastWork(piece, length))
  const first = work(piece, growth * length) / least
  // Once is enough where it is in line; a moment in which the machine did something else is looked at again.
  return first < limit ? first : leastWork(piece, growth * length) / least
}

test.each(repeated)('%s cost in line with their number', (_, piece) => {
  expect(ratio(piece, small)).toBeLessThan(limit)
})

test.each(dates)('%s cost in line with their number', (_, piece) => {
  expect(ratio(piece, smallOfDates)).toBeLessThan(limit)
})

test('a megabyte of quotation marks and capitals is read to its end', () => {
  const text = `${'“Abc '.repeat(200_000)}.\n“The wall will not hold,” said Ann Bell.`
  expect(findEvidence(text, null).quotes.at(-1)?.speaker).toBe('Ann Bell')
})
