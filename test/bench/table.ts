import type { Row } from './figures.ts'

/** The rows for people: one line each, columns aligned. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(row => [
    row.name,
    row.ratio === null ? '–' : row.ratio.toFixed(2),
    row.spread === null ? '' : `${row.spread[0].toFixed(2)} to ${row.spread[1].toFixed(2)}`,
    row.goal === null
      ? ''
      : `${row.better === 'more' ? '≥ ' : ''}${row.goal} ${row.held === null ? '' : row.held ? 'held' : 'MISSED'}`.trim(),
    row.against,
  ])
  const lines = [['', 'ours / theirs', '90 % interval', 'goal', 'theirs'], ...cells]
  const widths = [0, 1, 2, 3].map(column => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  return lines
    .map(line => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map(line => line.trimEnd())
    .join('\n')
}
