import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords, looksLikeTitle, quotationsOf, runAround } from '../../../shared/extract/quotations.ts'
import { paragraphsOf } from '../../../shared/extract/sentences.ts'

const runsOf = (text: string) => quotationsOf(text, paragraphsOf(text))
const wordsIn = (text: string) => runsOf(text).map(({ start, end }) => text.slice(start, end))

const cases: [what: string, text: string, runs: string[]][] = [
  ['curly marks', 'She said “wait here” and left.', ['wait here']],
  ['straight marks', 'She said "wait here" and left.', ['wait here']],
  ['low opening marks', 'Er sagte „warte hier“ und ging.', ['warte hier']],
  ['two runs', '“One,” he said. “Two.”', ['One,', 'Two.']],
  ['Markdown’s emphasis around the marks', 'He said: *“Wait here.”*', ['Wait here.']],
  ['Markdown’s emphasis inside the marks', 'He said: “*Wait here.*”', ['Wait here.']],
  ['a quotation in a quotation', '“They said “never” to us,” he said.', ['They said “never” to us,']],
  ['a closing mark alone', 'It was 5” wide.', []],
  ['inches', 'A 5" pipe and a 6" pipe.', []],
  ['a mark within a word', 'A 5"x7" card said "wait".', ['wait']],
  ['an opening mark never closed', '“The harbour is closed.\nNobody knows why.', ['The harbour is closed.']],
  ['paragraphs that each open', '“One goes on.\n“Two ends.”', ['One goes on.', 'Two ends.']],
  ['empty marks', '“” and ""', ['']],
  ['two apostrophes', "''Wait here,'' he said. ''Now.''", ['Wait here,', 'Now.']],
  ['two accents and two apostrophes', "``Wait here,'' he said.", ['Wait here,']],
  ['guillemets', 'Il dit : « Attendez ici » et partit.', ['Attendez ici']],
  ['Japanese marks', '「待って」と述べた。『海』を読む。', ['待って', '海']],
  ['Japanese marks in Japanese marks', '「『海』を読む」と述べた。', ['『海』を読む']],
  [
    'single marks of a text that quotes by them',
    '‘Don’t go,’ he said. ‘The sailors’ wall is “old”.’',
    ['Don’t go,', 'The sailors’ wall is “old”.'],
  ],
  [
    'straight single marks of a text that quotes by them',
    "'Don't go,' he said. 'Wait.'",
    ["Don't go,", 'Wait.'],
  ],
  ['no single marks beside double ones', 'The ‘old’ wall, “it fell.” The sailors’ wall.', ['it fell.']],
  [
    'a straight quotation in a straight quotation',
    '"They said "never" to us," he said.',
    ['They said "never" to us,'],
  ],
  [
    'a block quote',
    'He wrote:\n\n> The wall is old.\n> It leans.\n\nSo it is.',
    ['The wall is old.', 'It leans.'],
  ],
  ['a block quote with marks', '> “The wall is old,” he said.', ['The wall is old,']],
  ['no signature below a block quote', '> The wall is old.\n> — Ann Bell', ['The wall is old.']],
]

test.each(cases)('reads %s', (_, text, runs) => {
  expect(wordsIn(text)).toEqual(runs)
})

test('a run that its paragraph cuts off is not closed', () => {
  expect(runsOf('“One goes on.\n“Two ends.”').map(run => run.isClosed)).toEqual([false, true])
})

test('a place is inside a run from its opening mark to its closing mark', () => {
  const around = runAround(runsOf('ab “cd” ef “gh”'))
  const inside = [...'ab “cd” ef “gh”'].map((_, at) => (around(at) ? 'x' : '.')).join('')
  expect(inside).toBe('...xxxx....xxxx')
})

test('runs stand in order and never overlap', () => {
  const text = fc.string({
    unit: fc.constantFrom('“', '”', '"', '„', 'a', ' ', '*', '\n', '.'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, words => {
      let close = 0
      for (const run of runsOf(words)) {
        expect(run.open).toBeGreaterThanOrEqual(close)
        expect(run.start).toBeGreaterThan(run.open)
        expect(run.end).toBeGreaterThanOrEqual(run.start)
        expect(run.close).toBeGreaterThanOrEqual(run.end)
        close = run.close
      }
    }),
  )
})

describe('a title', () => {
  test.each(['The Long Road to the Sea', 'Ports and Harbours Quarterly', 'Make the Harbour Great Again'])(
    '%j is one',
    words => expect(looksLikeTitle(words)).toBe(true),
  )
  test.each([
    'The road was long and cold',
    'We Will Sail Tomorrow.',
    'so be it',
    'We met Ann Bell in the harbour',
  ])('%j is none', words => expect(looksLikeTitle(words)).toBe(false))
})

test.each([
  ['', 0],
  ['— … !', 0],
  ['one two', 2],
  ['don’t stop at 1,902', 4],
  ['one two three four five six seven', 5],
])('%j has %i words, counted up to five', (text, count) => {
  expect(countWords(text, 5)).toBe(count)
})
