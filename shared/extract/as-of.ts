// As of when a figure holds, as far as its sentence, or the poll or report that goes on in the next ones, says so.
import { lastDay } from '../dates/edtf-days.ts'
import type { Range } from './sentences.ts'
import type { SuggestedEvent } from './suggestions.ts'

/** What an amount is read with. */
export type Dated = { start: number; end: number; unit: string }

/** The date that goes on holding for the figures of the next sentences. */
type Held = { when: string; unit: string; sentence: number; isPoll: boolean }

const poll = /\b(?:polls?|survey(?:s|ed)?|polling|census)\b/i
const pollGoesOn =
  /\b(?:another|the\s(?:same|rest)|th(?:e|is|at)\s(?:study|sample)|by\scomparison|respondents)\b/i
const reportGoesOn = /\bth(?:e|is|at)\s(?:agency|office|bureau|report|study)\b/i
const farthest = 120
const nearest = 30
/** What is longer or has more dates is a list rather than a sentence. */
const farthestWord = 1000
const mostDates = 12
/** How many sentences a poll goes on for without being dated again. */
const mostSentences = 3

/** Reads the figures of a text in their order, since a poll's date holds for more than its own sentence. */
export function asOfReader(text: string, sentences: Range[], dates: SuggestedEvent[]) {
  const bySentence = Map.groupBy(dates, date => date.sentence.start)
  let held: Held | null = null
  let read = { index: -1, words: '', isPoll: false }
  return (amount: Dated, index: number): string | null => {
    const sentence = sentences[index]
    if (sentence === undefined) return null
    const near = (bySentence.get(sentence.start) ?? []).slice(0, mostDates)
    if (read.index !== index) {
      const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + farthestWord))
      read = { index, words, isPoll: poll.test(words) }
    }
    const { words, isPoll } = read
    const own = isPoll ? ofPoll(text, near) : stated(text, amount, near)
    if (own !== null) {
      held = { when: own, unit: amount.unit, sentence: index, isPoll }
      return own
    }
    if (held === null || held.unit !== amount.unit || index - held.sentence > mostSentences) return null
    const isDated = near.some(date => !isOfWords(text, date))
    if (
      isDated ||
      !(
        index === held.sentence || (held.isPoll ? isPoll || pollGoesOn.test(words) : reportGoesOn.test(words))
      )
    )
      return null
    held = { ...held, sentence: index }
    return held.when
  }
}

/** Field dates before the day of release; what a date only owns or compares ("since Monday's debate") is neither. */
function ofPoll(text: string, near: SuggestedEvent[]): string | null {
  const usable = near.filter(({ when, start, end, status }) => {
    const before = text.slice(Math.max(0, start - 40), start)
    return (
      when !== null &&
      !when.includes('..') &&
      status === 'occurred' &&
      !/^[’']s?\s/.test(text.slice(end, end + 3)) &&
      !/\b(?:since|than|from|compared\s(?:with|to))\s(?:the\s|last\s)?$/i.test(before)
    )
  })
  const field = usable.find(({ start }) =>
    /\b(?:conducted|taken|carried\sout|fielded|surveyed|held|interviewed|as\sof)\b[^.;]{0,25}$/i.test(
      text.slice(Math.max(0, start - 50), start),
    ),
  )
  return (field ?? usable[0])?.when ?? null
}

/** The date a figure holds for: the only month, quarter or year of its sentence, where it is not ahead. */
function stated(text: string, amount: Range, near: SuggestedEvent[]): string | null {
  const marked = near.find(({ start }) =>
    /\bas\s(?:of|at)\s$/i.test(text.slice(Math.max(0, start - 8), start)),
  )
  if (marked?.when != null)
    return marked.when.includes('..') ? (lastDay(marked.when)?.toString() ?? null) : marked.when
  const own = near.filter(date => !isOfWords(text, date))
  const only = own.length > 1 ? closest(text, amount, own) : own[0]
  if (only?.when == null || only.status === 'expected') return null
  const distance = only.start >= amount.end ? only.start - amount.end : amount.start - only.end
  const between = text.slice(Math.min(only.end, amount.end), Math.max(only.start, amount.start))
  if (distance > farthest || /[;:“”"]|\b(?:compared|against|versus|from|than)\b/i.test(between)) return null
  // "A year earlier" counts from the date of the sentence: the amount does not hold at it.
  if (
    /^,?\s(?:in\s)?(?:(?:an?|one|two|three|the)\s)?(?:\S+\s)?(?:earlier|ago|before|previously)\b/i.test(
      text.slice(amount.end, amount.end + 40),
    )
  )
    return null
  if (/^\d{4}(?:-\d{2})?$|^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(only.when)) return only.when
  // "Raised since 1 January 2015": from then on.
  if (only.when.endsWith('/..')) return only.start - amount.end > 0 && distance < nearest ? only.when : null
  return only.when.startsWith('../') ? (lastDay(only.when)?.toString() ?? null) : null
}

/** Of several dates, the one right after the amount in its clause, or else the one that opens the sentence. */
function closest(text: string, amount: Range, near: SuggestedEvent[]): SuggestedEvent | undefined {
  const after = near.find(
    ({ start }) =>
      start >= amount.end && start - amount.end < nearest && !/[,;:—]/.test(text.slice(amount.end, start)),
  )
  return (
    after ??
    near.find(
      ({ start, end, sentence }) =>
        end < amount.start &&
        /^(?:(?:in|during|by|for|through)\s)?$/i.test(text.slice(sentence.start, start)),
    )
  )
}

/** "Said in a June report" and "forecast in July" date the words, not what they measure. */
function isOfWords(text: string, date: SuggestedEvent): boolean {
  return (
    /\b(?:said|says|wrote|forecast|predicted|projected|expected|estimated|reported|announced)\s(?:(?:on|in)\s)?(?:an?\s|the\s)?$/i.test(
      text.slice(Math.max(0, date.start - 40), date.start),
    ) ||
    /^(?:[’']s)?\s(?:report|forecast|survey|study|statement|estimate|projection|outlook)\b/i.test(
      text.slice(date.end, date.end + 18),
    )
  )
}
