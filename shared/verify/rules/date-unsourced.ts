import { dayFrom, firstDay, isBefore, lastDay } from '../../dates/edtf-days.ts'
import { parseDateWords } from '../../dates/parse-date-words.ts'
import type { Linked } from '../../references/resolve-reference.ts'
import { inEachParagraph } from '../brief-text.ts'
import { citedSentence } from '../cited-sentences.ts'
import { exampleBrief } from '../example-records.ts'
import { outsideOf, quotedRuns } from '../quoted-runs.ts'
import type { Rule, VerifiedBrief } from '../rule.ts'
import { datesIn } from '../written-dates.ts'

export const dateUnsourced: Rule = {
  name: 'date-unsourced',
  severity: 'warning',
  wrong: 'A date stands in the prose, and nothing says where it is from.',
  mend: 'Link the event, or name the source in the same sentence.',
  examples: {
    wrong: exampleBrief('The talks end on 31 May 2025.'),
    right: exampleBrief('The talks end on 31 May 2025 (:source[]{#ministry-statement}).'),
  },
  find: brief => {
    const { prose } = brief.text
    return outsideOf(inEachParagraph(brief.text, datesIn), quotedRuns(brief.text)).flatMap(
      ({ start, end }) => {
        const words = prose.slice(start, end)
        const { isCited, linked } = citedSentence(brief, { start, end })
        if (isCited || isKnown(words, linked, brief)) return []
        const message = `Nothing says where the date ${words} is from. Link an event, or name the source in this sentence.`
        return { start, end, message, evidence: null }
      },
    )
  },
}

/** The brief's own dates, and those of what the sentence links. */
function isKnown(words: string, linked: readonly Linked[], { brief, day }: VerifiedBrief): boolean {
  const when = dateOf(words, day)
  const known = [brief.date, brief.dueOn, ...linked.flatMap(datesOf)].filter(date => typeof date === 'string')
  return when === undefined ? known.length > 0 : known.some(date => isOverlapping(when, date))
}

/** The same words are read at every key, and a date takes longer to read than a page. */
const read = new Map<string, string | undefined>()

function dateOf(words: string, day: string | null): string | undefined {
  const key = `${day} ${words}`
  if (read.has(key)) return read.get(key)
  const when = parseDateWords(words, day)?.when
  if (read.size >= 1000) read.clear()
  read.set(key, when)
  return when
}

function datesOf(linked: Linked): (string | null)[] {
  const published = linked.source?.publishedOn ?? null
  switch (linked.kind) {
    case 'quote':
      return [linked.record.saidOn, published]
    case 'figure':
      return [linked.record.asOf]
    case 'event':
      return [linked.record.when]
    default:
      return [published]
  }
}

function isOverlapping(one: string, other: string): boolean {
  const [a, b] = [firstDay(one) ?? lastDay(one), lastDay(one) ?? firstDay(one)]
  const [c, d] = [firstDay(other) ?? lastDay(other), lastDay(other) ?? firstDay(other)]
  if (!a || !b || !c || !d) return one === other || dayFrom(one) === null
  return !isBefore(d, a) && !isBefore(b, c)
}
