// The tables that ruled lines make.
import type { Chunk } from './lines.ts'
import { mostRules, type Rule } from './rules.ts'
import { rowOfCells } from './tables.ts'

// Points.
/** Lines this near are one, or meet. */
const near = 3
/** A shorter rule, also when put together from dashes, is none. */
const shortest = 8
/** The text of a longer cell is no cell, but a page that is laid out by a table. */
const longestCell = 600

/** A page's chunks with those in each row of a ruled table as one, its cells parted by tabs. */
export function withRuledTables(chunks: readonly Chunk[], rules: readonly Rule[]): Chunk[] {
  let left = [...chunks]
  for (const { rows, columns } of gridsOf(rules)) {
    const cells = new Map<Chunk, { row: number; column: number }>()
    for (const chunk of left) {
      const row = slotOf(rows, chunk.y - 0.3 * chunk.size)
      const column = slotOf(columns, chunk.x0 + Math.min(chunk.x1 - chunk.x0, chunk.size) / 2)
      if (row !== null && column !== null) cells.set(chunk, { row, column })
    }
    const made: Chunk[] = []
    let isTable = true
    for (let row = 0; row < rows.length - 1; row++) {
      const inRow = [...cells].filter(([, cell]) => cell.row === row)
      const sorted = inRow.sort(
        ([a, one], [b, other]) => one.column - other.column || a.y - b.y || a.x0 - b.x0,
      )
      if (sorted.length === 0) continue
      const joined = rowOfCells(
        sorted.map(([chunk]) => chunk),
        chunk => cells.get(chunk)?.column,
      )
      isTable &&= joined.text.split('\t').every(text => text.length <= longestCell)
      made.push({ ...joined, y: Math.min(...sorted.map(([chunk]) => chunk.y)) })
    }
    if (isTable && made.some(({ text }) => text.includes('\t')))
      left = [...left.filter(chunk => !cells.has(chunk)), ...made]
  }
  return left.sort((a, b) => a.y - b.y || a.x0 - b.x0)
}

function slotOf(edges: readonly number[], place: number): number | null {
  const after = edges.findIndex(edge => edge > place)
  return after > 0 ? after - 1 : null
}

/** Where the rows and columns of each ruled table begin and end: at least two of each. */
function gridsOf(rules: readonly Rule[]): { rows: number[]; columns: number[] }[] {
  const merged = [
    ...mergedOf(rules.filter(rule => rule.isLevel)),
    ...mergedOf(rules.filter(rule => !rule.isLevel)),
  ]
  if (merged.length > mostRules) return []
  const groups = merged.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (groups[root] !== root) root = groups[root] ?? root
    groups[index] = root
    return root
  }
  for (const [index, rule] of merged.entries()) {
    if (!rule.isLevel) continue
    for (const [other, upright] of merged.entries()) {
      if (!upright.isLevel && meet(rule, upright)) groups[rootOf(other)] = rootOf(index)
    }
  }
  const found = Map.groupBy(merged, (_, index) => rootOf(index))
  return [...found.values()].flatMap(group => {
    const rows = edgesOf(group.filter(rule => rule.isLevel))
    const columns = edgesOf(group.filter(rule => !rule.isLevel))
    return rows.length > 2 && columns.length > 2 ? { rows, columns } : []
  })
}

function meet(level: Rule, upright: Rule): boolean {
  return (
    upright.at >= level.from - near &&
    upright.at <= level.to + near &&
    level.at >= upright.from - near &&
    level.at <= upright.to + near
  )
}

/** Rules that lie on one line and touch, as one. */
function mergedOf(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = []
  const sorted = rules.toSorted((a, b) => Math.round(a.at) - Math.round(b.at) || a.from - b.from)
  for (const rule of sorted) {
    const last = merged.at(-1)
    if (last && Math.abs(last.at - rule.at) < 1 && rule.from <= last.to + near)
      last.to = Math.max(last.to, rule.to)
    else merged.push({ ...rule })
  }
  return merged.filter(({ from, to }) => to - from >= shortest)
}

function edgesOf(rules: readonly Rule[]): number[] {
  const edges: number[] = []
  for (const { at } of rules.toSorted((a, b) => a.at - b.at)) {
    if (at - (edges.at(-1) ?? -Infinity) > near) edges.push(at)
  }
  return edges
}
