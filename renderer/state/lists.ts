// What the library holds, as the window's lists know it. Pure: every change gives new lists.

import type { LibraryLists } from '../../shared/answers.ts'
import type { Collection, Event, EvidenceCollection, Figure, Quote } from '../../shared/model/records.ts'

export type EvidenceItem =
  | { kind: 'quote'; record: Quote }
  | { kind: 'figure'; record: Figure }
  | { kind: 'event'; record: Event }
export type EvidenceKind = EvidenceItem['kind']

/** The folder of the library that holds each kind. */
export const collectionOf = { quote: 'quotes', figure: 'figures', event: 'events' } as const satisfies Record<
  EvidenceKind,
  EvidenceCollection
>

/** A piece of evidence as it is found among the records of its kind. */
export function evidenceItemOf(
  listed:
    | { collection: 'quotes'; record: Quote }
    | { collection: 'figures'; record: Figure }
    | { collection: 'events'; record: Event },
): EvidenceItem {
  const { collection, record } = listed
  if (collection === 'quotes') return { kind: 'quote', record }
  return collection === 'figures' ? { kind: 'figure', record } : { kind: 'event', record }
}

export const emptyLists: LibraryLists = {
  sources: [],
  briefs: [],
  quotes: [],
  figures: [],
  events: [],
  people: [],
}

type Listed = { id: string; updatedAt: string }

/** The lists with a record added or replaced; the most recently changed stands first. */
export function withRecord<C extends Collection>(
  lists: LibraryLists,
  collection: C,
  record: LibraryLists[C][number],
): LibraryLists {
  const others = (lists[collection] as Listed[]).filter(({ id }) => id !== record.id)
  return { ...lists, [collection]: newestFirst([record, ...others]) }
}

/**
 * The lists with all records of one kind as they were read, the most recently changed first; where the lists have a newer
 * state of one, or one that was made since (an instant) the reading began, that stays.
 */
export function withAll<C extends Collection>(
  lists: LibraryLists,
  collection: C,
  read: readonly LibraryLists[C][number][],
  since: string,
): LibraryLists {
  const shown = new Map((lists[collection] as Listed[]).map(record => [record.id, record]))
  const newer: Listed[] = []
  const others = (read as readonly Listed[]).filter(record => {
    const known = shown.get(record.id)
    if (!known) return true
    shown.delete(known.id)
    const isNewer = known.updatedAt > record.updatedAt
    if (isNewer) newer.push(known)
    return !isNewer
  })
  for (const unread of shown.values()) if (unread.updatedAt > since) newer.push(unread)
  // Hundreds of thousands that stand in their order already are not put into it again.
  return { ...lists, [collection]: newer.length === 0 ? others : newestFirst([...newer, ...others]) }
}

/** The lists with evidence that was made, or changed, at once. */
export function withMany(lists: LibraryLists, made: Pick<LibraryLists, EvidenceCollection>): LibraryLists {
  const ids = new Set([...made.quotes, ...made.figures, ...made.events].map(({ id }) => id))
  const { quotes, figures, events } = withoutRecords(lists, ids)
  return {
    ...lists,
    quotes: newestFirst([...made.quotes, ...quotes]),
    figures: newestFirst([...made.figures, ...figures]),
    events: newestFirst([...made.events, ...events]),
  }
}

/** The lists without some records of any kind. */
export function withoutRecords(lists: LibraryLists, ids: ReadonlySet<string>): LibraryLists {
  // A list that held none of them stays the same one, with what is known of it.
  const without = <T extends Listed>(records: T[]): T[] =>
    records.some(({ id }) => ids.has(id)) ? records.filter(({ id }) => !ids.has(id)) : records
  return {
    sources: without(lists.sources),
    briefs: without(lists.briefs),
    quotes: without(lists.quotes),
    figures: without(lists.figures),
    events: without(lists.events),
    people: without(lists.people),
  }
}

export function withoutRecord(lists: LibraryLists, id: string): LibraryLists {
  return withoutRecords(lists, new Set([id]))
}

/** All evidence, the most recently changed first. */
export function evidenceOf(lists: Pick<LibraryLists, EvidenceCollection>): EvidenceItem[] {
  const items: EvidenceItem[] = [
    ...lists.quotes.map(record => ({ kind: 'quote' as const, record })),
    ...lists.figures.map(record => ({ kind: 'figure' as const, record })),
    ...lists.events.map(record => ({ kind: 'event' as const, record })),
  ]
  return items.sort((one, other) => byTime(one.record, other.record) || startOf(one) - startOf(other))
}

/** What was made at once stands in the order of its source. */
function startOf({ record: { anchor } }: EvidenceItem): number {
  return anchor?.position.start ?? 0
}

export function evidenceOfSource(lists: LibraryLists, source: string): EvidenceItem[] {
  const isOfIt = ({ anchor }: Pick<Quote, 'anchor'>) => anchor?.source === source
  // Before they are put in order: the others may be hundreds of thousands.
  return evidenceOf({
    quotes: lists.quotes.filter(isOfIt),
    figures: lists.figures.filter(isOfIt),
    events: lists.events.filter(isOfIt),
  })
}

/** How many pieces of evidence each source has, by its id. */
export function piecesPerSource(
  lists: readonly (readonly Pick<Quote, 'anchor'>[])[],
): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>()
  for (const records of lists)
    for (const { anchor } of records)
      if (anchor) pieces.set(anchor.source, (pieces.get(anchor.source) ?? 0) + 1)
  return pieces
}

export function findEvidence(lists: LibraryLists, id: string): EvidenceItem | null {
  const quote = recordOf(lists.quotes, id)
  if (quote) return { kind: 'quote', record: quote }
  const figure = recordOf(lists.figures, id)
  if (figure) return { kind: 'figure', record: figure }
  const event = recordOf(lists.events, id)
  return event ? { kind: 'event', record: event } : null
}

/** Each list's records by their ids, for as long as the list is that one: none is changed in its place. */
const byId = new WeakMap<readonly Listed[], ReadonlyMap<string, Listed>>()

/** The record with an id. A text with fifty references asks fifty times, of lists of hundreds of thousands. */
export function recordOf<T extends Listed>(records: readonly T[], id: string): T | undefined {
  let known = byId.get(records)
  if (!known) {
    known = new Map(records.map(record => [record.id, record]))
    byId.set(records, known)
  }
  return known.get(id) as T | undefined
}

function newestFirst<T extends Listed>(records: readonly T[]): T[] {
  return [...records].sort(byTime)
}

/** Instants are of one length: their signs compare as they do, a hundred times as fast as by a language's rules. */
function byTime({ updatedAt: one }: Listed, { updatedAt: other }: Listed): number {
  return one === other ? 0 : one < other ? 1 : -1
}
