// Which rows are selected. Pure.

/** Ids of evidence, and the row (by its key) from which Shift extends. */
export type BoardSelection = { ids: ReadonlySet<string>; from: string | null }

export const nothingSelected: BoardSelection = { ids: new Set(), from: null }

/** A row of the list; group rows have no id. */
type Row = { key: string; id: string | null }

/** Selects a row that was not, and leaves one that was. */
export function toggle({ ids }: BoardSelection, row: Row): BoardSelection {
  if (row.id === null) return { ids, from: row.key }
  const next = new Set(ids)
  if (!next.delete(row.id)) next.add(row.id)
  return { ids: next, from: row.key }
}

/** Selects the rows from where the last selection began to this one, and no others; `at` is where one stood before. */
export function extend(
  { from }: BoardSelection,
  rows: readonly Row[],
  to: number,
  at: number,
): BoardSelection {
  const start = from === null ? -1 : rows.findIndex(({ key }) => key === from)
  const begin = start === -1 ? at : start
  const range = rows.slice(Math.max(0, Math.min(begin, to)), Math.max(begin, to) + 1)
  return { ids: new Set(range.flatMap(({ id }) => id ?? [])), from: rows[begin]?.key ?? null }
}
