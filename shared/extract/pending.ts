// Of what was found in a text, what nobody has decided on yet.
import type { Anchor, Source } from '../model/records.ts'
import type { SuggestedEvent, SuggestedFigure, SuggestedQuote, Suggestions } from './suggestions.ts'

/** Something found that may become evidence, with its kind. */
export type Suggestion =
  | { kind: 'quote'; found: SuggestedQuote }
  | { kind: 'figure'; found: SuggestedFigure }
  | { kind: 'event'; found: SuggestedEvent }
export type SuggestionKind = Suggestion['kind']

/** Whether something found is sure enough to be made into evidence without asking. */
export function isCertain({ confidence }: { confidence: number }): boolean {
  return confidence >= 0.8
}

/** Where evidence of a kind stands; null where it has no place. */
type Kept = { kind: SuggestionKind; anchor: Anchor | null }

/**
 * Everything found that may become evidence, in the order of the text; of two at one place the wider one first. A date of
 * which the text says nothing, as in the line under a headline, is none.
 */
export function inTextOrder({ quotes, figures, events }: Omit<Suggestions, 'people'>): Suggestion[] {
  const all: Suggestion[] = [
    ...quotes.map(found => ({ kind: 'quote' as const, found })),
    ...figures.map(found => ({ kind: 'figure' as const, found })),
    ...events.flatMap(found => (saysNothing(found) ? [] : { kind: 'event' as const, found })),
  ]
  return all.sort((one, other) => one.found.start - other.found.start || other.found.end - one.found.end)
}

function saysNothing({ title, text }: SuggestedEvent): boolean {
  return title.trim() === text.trim()
}

/**
 * Leaves out what is evidence already (one of its kind stands on some of the same words), what a person refused, and what
 * does not stand in the text.
 */
export function pendingOf(
  suggestions: readonly Suggestion[],
  { id, text, refused }: Pick<Source, 'id' | 'text' | 'refused'>,
  kept: readonly Kept[],
): Suggestion[] {
  const taken = { quote: rangesOf('quote'), figure: rangesOf('figure'), event: rangesOf('event') }
  const refusedPlaces = new Set(refused.map(({ kind, position }) => placeKey(kind, position)))
  return suggestions.filter(
    ({ kind, found }) =>
      text.slice(found.start, found.end) === found.text &&
      !isTaken(taken[kind], found) &&
      !refusedPlaces.has(placeKey(kind, found)),
  )

  function rangesOf(kind: SuggestionKind): Range[] {
    const ranges = kept
      .flatMap(each => (each.kind === kind && each.anchor?.source === id ? [each.anchor.position] : []))
      .sort((one, other) => one.start - other.start)
    let farthest = 0
    return ranges.map(({ start, end }) => {
      farthest = Math.max(farthest, end)
      return { start, end: farthest }
    })
  }
}

type Range = { start: number; end: number }

/** Of ranges in the order of their starts, each with the farthest end so far: whether one shares words with another. */
function isTaken(ranges: readonly Range[], { start, end }: Range): boolean {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? 0) < end) low = middle + 1
    else high = middle
  }
  return (ranges[low - 1]?.end ?? 0) > start
}

function placeKey(kind: SuggestionKind, { start, end }: Range): string {
  return `${kind} ${start} ${end}`
}
