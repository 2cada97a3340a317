// The rows of the board: pieces sorted, and in groups that open and close. Pure.
import { fold } from '../state/fuzzy-match.ts'
import type { BoardPiece } from './board-piece.ts'

export const boardColumns = ['words', 'about', 'date', 'source', 'tags', 'uses', 'state'] as const
export type BoardColumn = (typeof boardColumns)[number]

/** Null leaves the order as it is: what was changed last stands first. */
export type BoardSort = { column: BoardColumn; isDescending: boolean } | null

export const boardGroupings = ['none', 'source', 'speaker', 'month', 'day', 'tag'] as const
export type BoardGrouping = (typeof boardGroupings)[number]

export type GroupRow = { key: string; group: string; count: number; isOpen: boolean }
export type PieceRow = { key: string; piece: BoardPiece }
export type BoardRow = GroupRow | PieceRow

export function isGroup(row: BoardRow): row is GroupRow {
  return 'group' in row
}

/** What a press on a column's heading makes of the sorting: up, down, and as it was. */
export function nextSort(sort: BoardSort, column: BoardColumn): BoardSort {
  if (sort?.column !== column) return { column, isDescending: false }
  return sort.isDescending ? null : { column, isDescending: true }
}

/** The pieces in the order of a column; what has nothing in it comes last either way. */
export function sortPieces(pieces: readonly BoardPiece[], sort: BoardSort): readonly BoardPiece[] {
  if (sort === null) return pieces
  const valueFor = valueIn[sort.column]
  // Once for each, not with each comparison: there may be fifty thousand.
  const valued = pieces.map(piece => ({ piece, value: valueFor(piece) }))
  const filled = valued.filter(({ value }) => value !== '').sort(byValue)
  const ordered = sort.isDescending ? filled.reverse() : filled
  return [...ordered, ...valued.filter(({ value }) => value === '')].map(({ piece }) => piece)
}

const valueIn: Record<BoardColumn, (piece: BoardPiece) => string | number> = {
  words: ({ item, head }) => {
    if (item.kind === 'figure') return Number(item.record.value)
    // Quotation marks come before every letter.
    return fold(item.kind === 'quote' ? item.record.text : head)
  },
  about: ({ about }) => fold(about),
  date: ({ day }) => day,
  source: ({ source }) => fold(source?.title ?? ''),
  tags: ({ tags }) => fold([...tags].sort().join(', ')),
  uses: ({ uses }) => uses,
  state: ({ states }) => states.join(' '),
}

type Valued = { value: string | number }

/** Numbers come before words. */
function byValue({ value: one }: Valued, { value: other }: Valued): number {
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1
  return one === other ? 0 : one < other ? -1 : 1
}

const alphabet = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * The rows to draw. Groups stand in the order of the alphabet or of time, what belongs to none last; a piece with several tags
 * stands under each. `closed` has the groups of which no piece is shown; `nameOf` says a group, and its absence (empty).
 */
export function rowsOf(
  pieces: readonly BoardPiece[],
  grouping: BoardGrouping,
  closed: ReadonlySet<string>,
  nameOf: (grouping: BoardGrouping, group: string) => string,
): BoardRow[] {
  if (grouping === 'none') return pieces.map(piece => ({ key: piece.id, piece }))
  const groups = new Map<string, BoardPiece[]>()
  for (const piece of pieces)
    for (const group of groupsOf[grouping](piece)) {
      const inside = groups.get(group)
      if (inside) inside.push(piece)
      else groups.set(group, [piece])
    }
  const isOfTime = grouping === 'month' || grouping === 'day'
  const ordered = [...groups].sort(([one], [other]) => {
    if (one === '' || other === '') return one === '' ? 1 : -1
    return isOfTime ? (one < other ? 1 : -1) : alphabet.compare(one, other)
  })
  return ordered.flatMap(([group, inside]) => {
    const key = `${grouping} ${group}`
    const isOpen = !closed.has(key)
    const head: GroupRow = { key, group: nameOf(grouping, group), count: inside.length, isOpen }
    return isOpen ? [head, ...inside.map(piece => ({ key: `${key} ${piece.id}`, piece }))] : [head]
  })
}

/** Newest first by time, so that a morning's work stands at the top. */
const groupsOf: Record<Exclude<BoardGrouping, 'none'>, (piece: BoardPiece) => readonly string[]> = {
  source: ({ source }) => [source?.title ?? ''],
  speaker: ({ item, people }) => [(item.kind === 'quote' && people[0]?.name) || ''],
  month: ({ day }) => [day.slice(0, 7)],
  day: ({ day }) => [day],
  tag: ({ tags }) => (tags.length > 0 ? tags : ['']),
}
