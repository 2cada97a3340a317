import type { BrokenFiles } from './broken-files.ts'
import type { Control } from './control.ts'
import type { FuzzedRequests } from './fuzz-requests.ts'
import { type Slow, slowReaders } from './pathological.ts'
import type { Tally } from './try-corpus.ts'

type Row = { corpus: string; place: string; tally: Tally }

/** The table for people: a line for each corpus and place, a sum, and the control. */
export function lines(rows: readonly Row[], control: Control): string {
  const sum = (key: keyof Tally) => rows.reduce((all, { tally }) => all + tally[key], 0)
  const keys = ['tried', 'ran', 'loaded', 'navigated', 'failed', 'blocked'] as const
  return aligned([
    ['corpus', 'tried in', 'tried', 'ran', 'loaded', 'navigated', 'not shown', 'stopped by policy'],
    ...rows.map(({ corpus, place, tally }) => [corpus, place, ...keys.map(key => String(tally[key]))]),
    ['all', 'all', ...keys.map(key => String(sum(key)))],
    [
      'control: raw, no policy',
      'a bare page',
      ...[control.tried, control.ran, control.loaded, control.navigated].map(String),
      '',
      '',
    ],
  ])
}

/** The table of texts made to be slow: how often as long as a harmless text of the length each reader takes. */
export function slowLines(rows: readonly Slow[]): string {
  const texts = Map.groupBy(rows, ({ text, length }) => `${length} ${text}`)
  const times = ({ milliseconds, ratio, threw }: Slow) =>
    threw !== null ? 'threw' : milliseconds === null || ratio === null ? 'given up' : `${ratio.toFixed(1)} ×`
  const cells = [...texts.values()].map(all => [
    `much of ${all[0]?.text}`,
    String(all[0]?.length),
    ...slowReaders.map(reader => {
      const row = all.find(each => each.reader === reader)
      return row ? times(row) : ''
    }),
    all.every(({ isHeld }) => isHeld) ? 'held' : 'MISSED',
  ])
  return aligned([['text', 'length', ...slowReaders, ''], ...cells])
}

/** The table of requests, what nobody foresaw beneath it. */
export function requestLines({ unforeseen, outside, ...tally }: FuzzedRequests, mostGrown: number): string {
  const { asked, answered, refused, grown } = tally
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`
  const table = aligned([
    ['requests', '', 'asked', 'answered', 'refused', 'unforeseen', 'written outside', 'heap grown'],
    [
      'of all kinds',
      '',
      ...[asked, answered, refused, unforeseen.length, outside.length].map(String),
      `${megabytes(grown)} of ${megabytes(mostGrown)}`,
    ],
  ])
  return [table, ...unforeseen.slice(0, 20), ...outside].join('\n')
}

/** The table of broken files, what nobody foresaw beneath it. */
export function fileLines(tallies: readonly BrokenFiles[]): string {
  const table = aligned([
    ['broken files', '', 'tried', 'taken in', 'refused by name', 'unforeseen', 'slowest'],
    ...tallies.map(({ format, tried, taken, refused, unforeseen, slowest }) => [
      format,
      '',
      ...[tried, taken, refused, unforeseen.length].map(String),
      `${(slowest / 1000).toFixed(1)} s`,
    ]),
  ])
  return [table, ...tallies.flatMap(({ unforeseen }) => unforeseen).slice(0, 20)].join('\n')
}

function aligned(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0)))
  return cells
    .map(row =>
      row.map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      ),
    )
    .map(row => row.join('  ').trimEnd())
    .join('\n')
}
