// A piece of evidence as the board shows, sorts, groups and filters it. Pure.
import type { SourceSummary } from '../../shared/answers.ts'
import type { Region } from '../../shared/dates/date-styles.ts'
import { type Day, firstDay, lastDay } from '../../shared/dates/edtf-days.ts'
import type { Person } from '../../shared/model/records.ts'
import { isOverdue, isStale } from '../../shared/verify/past-its-day.ts'
import { headOf, isUnfinished, searchTextOf } from '../evidence/evidence-words.ts'
import { fold } from '../state/fuzzy-match.ts'
import type { EvidenceItem } from '../state/lists.ts'
import { region } from '../ui/dates-and-numbers.ts'

/** What a person should know of it before they use it. */
export type PieceState = 'lost' | 'unfinished' | 'stale' | 'overdue'

/** Somebody, by record where they have one, else by name. */
export type Somebody = { key: string; name: string }

export type BoardPiece = {
  id: string
  item: EvidenceItem
  head: string
  /** A quote's speaker, what a figure measures, an event's place. */
  about: string
  /** What it is dated by, to be compared as text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where it has no date. */
  day: string
  source: Pick<SourceSummary, 'id' | 'title'> | null
  people: readonly Somebody[]
  tags: readonly string[]
  /** In how many briefs. */
  uses: number
  states: readonly PieceState[]
}

/** What is known beside the evidence itself. */
export type Surroundings = {
  sources: ReadonlyMap<string, Pick<SourceSummary, 'id' | 'title'>>
  people: ReadonlyMap<string, Pick<Person, 'id' | 'name'>>
  uses: Readonly<Record<string, number>>
  lost: ReadonlySet<string>
  today: Day
}

export function pieceOf(item: EvidenceItem, around: Surroundings): BoardPiece {
  const { id, anchor, tags } = item.record
  return {
    id,
    item,
    head: headOf(item),
    about: aboutOf(item),
    day: dayKey(edtfOf(item)),
    source: (anchor && around.sources.get(anchor.source)) ?? null,
    people: peopleOf(item, around.people),
    tags,
    uses: around.uses[id] ?? 0,
    states: statesOf(item, around),
  }
}

/** The text that a search looks at, without case and accents; made once for as long as the record, and the region that says its date, stay. */
export function searchText({ item }: BoardPiece): string {
  const before = searched.get(item.record)
  if (before?.region === region.value) return before.text
  const text = fold(searchTextOf(item))
  searched.set(item.record, { region: region.value, text })
  return text
}

const searched = new WeakMap<object, { region: Region; text: string }>()

function aboutOf({ kind, record }: EvidenceItem): string {
  if (kind === 'quote') return record.speaker
  return kind === 'figure' ? record.measures : (record.place ?? '')
}

function edtfOf({ kind, record }: EvidenceItem): string | null {
  if (kind === 'quote') return record.saidOn
  return kind === 'figure' ? record.asOf : record.when
}

/** The first day, month or year that an EDTF date names. */
export function dayKey(edtf: string | null): string {
  if (edtf === null) return ''
  const plain = /^\D*(\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?)(?!-?\d)/.exec(edtf)?.[1]
  return plain ?? (firstDay(edtf) ?? lastDay(edtf))?.toString() ?? ''
}

function peopleOf({ kind, record }: EvidenceItem, people: Surroundings['people']): Somebody[] {
  if (kind === 'figure') return []
  if (kind === 'event') return record.participants.map(somebodyNamed)
  const person = record.person === null ? undefined : people.get(record.person)
  return [person ? { key: `id ${person.id}`, name: person.name } : somebodyNamed(record.speaker)]
}

function somebodyNamed(name: string): Somebody {
  return { key: `name ${name.toLowerCase()}`, name }
}

function statesOf(item: EvidenceItem, { lost, today }: Surroundings): PieceState[] {
  const { kind, record } = item
  const states: PieceState[] = []
  if (lost.has(record.id)) states.push('lost')
  if (isUnfinished(item)) states.push('unfinished')
  if (kind === 'figure' && isStale(record, today)) states.push('stale')
  if (kind === 'event' && isOverdue(record, today)) states.push('overdue')
  return states
}
