// What the evidence board shows, remembered while the window is open.

import { computed, signal } from '@preact/signals'
import { type Day, dayFrom } from '../../shared/dates/edtf-days.ts'
import { request } from '../bridge/bridge.ts'
import { orphans } from '../evidence/orphans.ts'
import { lists } from '../state/desk.ts'
import { type EvidenceKind, evidenceOf } from '../state/lists.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import { type BoardFilter, filterChoices, filterPieces, noFilter } from './board-filter.ts'
import { type BoardGrouping, type BoardSort, isGroup, rowsOf, sortPieces } from './board-order.ts'
import { type BoardPiece, pieceOf } from './board-piece.ts'
import { type BoardSelection, nothingSelected } from './board-selection.ts'

export const boardFilter = signal<BoardFilter>(noFilter)
export const boardSort = signal<BoardSort>(null)
export const boardGrouping = signal<BoardGrouping>('none')
const closedGroups = signal<ReadonlySet<string>>(new Set())
export const boardLook = signal<'table' | 'cards'>('table')
export const boardSelection = signal<BoardSelection>(nothingSelected)
/** The key of the row that the keys act on. */
export const activeKey = signal<string | null>(null)

const uses = signal<Readonly<Record<string, number>>>({})

/** Looks up anew in how many briefs evidence is used. */
export async function readUses(): Promise<void> {
  const result = await request('evidence.uses', {})
  if (result.ok) uses.value = result.value.uses
}

// Each by itself: a brief is saved at every pause of typing.
const sources = computed(() => lists.value.sources)
const people = computed(() => lists.value.people)
const quotes = computed(() => lists.value.quotes)
const figures = computed(() => lists.value.figures)
const events = computed(() => lists.value.events)

const items = computed(() =>
  evidenceOf({ quotes: quotes.value, figures: figures.value, events: events.value }),
)

/** All evidence, the most recently changed first. */
const boardPieces = computed<readonly BoardPiece[]>(() => {
  const around = {
    sources: new Map(sources.value.map(source => [source.id, source])),
    people: new Map(people.value.map(person => [person.id, person])),
    uses: uses.value,
    lost: orphans.value,
    today: dayFrom(new Date().toLocaleDateString('sv')) as Day,
  }
  return items.value.map(item => pieceOf(item, around))
})

export const boardChoices = computed(() => filterChoices(boardPieces.value))

/** How many there are of each kind. */
export const boardCounts = computed<Record<EvidenceKind, number>>(() => ({
  quote: quotes.value.length,
  figure: figures.value.length,
  event: events.value.length,
}))

const shown = computed(() => sortPieces(filterPieces(boardPieces.value, boardFilter.value), boardSort.value))

export const boardRows = computed(() =>
  rowsOf(shown.value, boardGrouping.value, closedGroups.value, groupName),
)

/** The rows as the selection knows them. */
export const selectableRows = computed(() =>
  boardRows.value.map(row => ({ key: row.key, id: isGroup(row) ? null : row.piece.id })),
)

/** What is selected and shown: nothing is done to what a filter hides. */
export const chosenPieces = computed<readonly BoardPiece[]>(() => {
  const { ids } = boardSelection.value
  return ids.size === 0 ? [] : shown.value.filter(({ id }) => ids.has(id))
})

function groupName(grouping: BoardGrouping, group: string): string {
  if (group === '') return strings.board.outsideGroups[grouping]
  return grouping === 'month' || grouping === 'day' ? dateInWords(group) : group
}

export function narrow(filter: Partial<BoardFilter>): void {
  boardFilter.value = { ...boardFilter.value, ...filter }
}

export function selectAllShown(): void {
  boardSelection.value = { ids: new Set(shown.value.map(({ id }) => id)), from: null }
}

export function clearSelection(): void {
  boardSelection.value = nothingSelected
}

/** Opens or closes a group. */
export function toggleGroup(key: string): void {
  const closed = new Set(closedGroups.value)
  if (!closed.delete(key)) closed.add(key)
  closedGroups.value = closed
}
