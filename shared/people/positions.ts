// What a person said over time: the position tracker.
import { firstDay, isBefore, lastDay } from '../dates/edtf-days.ts'
import type { Quote, Source } from '../model/records.ts'

type DatedSource = Pick<Source, 'id' | 'title' | 'publishedOn'>

/** A statement with the date it is placed by: when it was said, else when its source was published; EDTF. */
export type Position = {
  quote: Quote
  source: DatedSource | null
  when: string | null
  /** Whose date that is; null where there is none. */
  whenBy: 'said' | 'published' | null
}

/** The statements of a person, the earliest first; those without a date last, in the order they were recorded. */
export function positionsOf(
  person: string,
  quotes: readonly Quote[],
  sources: readonly DatedSource[],
): Position[] {
  const byId = new Map(sources.map(source => [source.id, source]))
  return quotes
    .filter(quote => quote.person === person)
    .map((quote): Position => {
      const source = (quote.anchor && byId.get(quote.anchor.source)) ?? null
      if (quote.saidOn !== null) return { quote, source, when: quote.saidOn, whenBy: 'said' }
      const published = source?.publishedOn ?? null
      return { quote, source, when: published, whenBy: published === null ? null : 'published' }
    })
    .sort(inTime)
}

function inTime(one: Position, other: Position): number {
  const [a, b] = [dayOf(one), dayOf(other)]
  if (a === null || b === null) {
    if (a === b) return inOrderOfRecording(one, other)
    return a === null ? 1 : -1
  }
  if (isBefore(a, b)) return -1
  return isBefore(b, a) ? 1 : inOrderOfRecording(one, other)
}

function dayOf({ when }: Position) {
  return when === null ? null : (firstDay(when) ?? lastDay(when))
}

/** What was recorded at once stands in the order of its source. */
function inOrderOfRecording({ quote: one }: Position, { quote: other }: Position): number {
  return (
    one.createdAt.localeCompare(other.createdAt) ||
    (one.anchor?.position.start ?? 0) - (other.anchor?.position.start ?? 0)
  )
}

/** The tags of some statements with how often they occur, in the order of the alphabet. */
export function tagsOf(positions: readonly Position[]): { tag: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { quote } of positions)
    for (const tag of new Set(quote.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => a.tag.localeCompare(b.tag))
}

/**
 * The statement that one is compared with: the last before it that has a tag in common with it, or the last of all where
 * it has no tag; null where there is none.
 */
export function positionBefore(position: Position, positions: readonly Position[]): Position | null {
  const { tags } = position.quote
  const earlier = positions.slice(0, positions.indexOf(position))
  const isOnSame = ({ quote }: Position) => tags.length === 0 || quote.tags.some(tag => tags.includes(tag))
  return earlier.findLast(isOnSame) ?? null
}
