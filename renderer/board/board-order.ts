// The rows of the board: pieces sorted, and in groups that open and close. Pure.
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
  const { column, isDescending } = sort
  const compare = column === 'words' ? compareWords : compareBy(valueIn[column])
  const isEmpty = column === 'words' ? () => false : (piece: BoardPiece) => valueIn[column](piece) === ''
  const filled = pieces.filter(piece => !isEmpty(piece)).sort(compare)
  return [...(isDescending ? filled.reverse() : filled), ...pieces.filter(isEmpty)]
}

const alphabet = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const valueIn: Record<Exclude<BoardColumn, 'words'>, (piece: BoardPiece) => string | number> = {
  about: ({ about }) => about,
  date: ({ day }) => day,
  source: ({ source }) => source?.title ?? '',
  tags: ({ tags }) => [...tags].sort(alphabet.compare).join(', '),
  uses: ({ uses }) => uses,
  state: ({ states }) => states.join(' '),
}

const kindOrder = { quote: 0, figure: 1, event: 2 }

/** Quotes and events by their words, figures by their values. */
function compareWords(one: BoardPiece, other: BoardPiece): number {
  if (one.item.kind === 'figure' && other.item.kind === 'figure')
    return Number(one.item.record.value) - Number(other.item.record.value)
  const kinds = kindOrder[one.item.kind] - kindOrder[other.item.kind]
  return kinds || alphabet.compare(wordsOf(one), wordsOf(other))
}

/** Quotation marks come before every letter. */
function wordsOf({ item, head }: BoardPiece): string {
  return item.kind === 'quote' ? item.record.text : head
}

function compareBy(value: (piece: BoardPiece) => string | number) {
  return (one: BoardPiece, other: BoardPiece): number => {
    const [first, second] = [value(one), value(other)]
    if (typeof first === 'number' && typeof second === 'number') return first - second
    return alphabet.compare(String(first), String(second))
  }
}

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
