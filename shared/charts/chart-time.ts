// Where a date stands on an axis of time. A month or a quarter is no day: it stands in its middle, and is said as what it is.
import { type DateStyle, dateStyles } from '../dates/date-styles.ts'
import { firstDay, lastDay } from '../dates/edtf-days.ts'
import { formatEdtf } from '../dates/format-edtf.ts'

/** Milliseconds of UTC: the beginning of a date's first day, the end of its last, and what lies between them. */
export type ChartTime = { from: number; to: number; middle: number }

export const dayLength = 86_400_000

/** The time that an EDTF date covers; null where it is open, unknown, or not known as days. */
export function chartTime(edtf: string | null): ChartTime | null {
  const [first, last] = edtf === null ? [null, null] : [firstDay(edtf), lastDay(edtf)]
  if (first === null || last === null) return null
  const from = Date.UTC(first.year, first.month - 1, first.day)
  const to = Date.UTC(last.year, last.month - 1, last.day) + dayLength
  // `Date.UTC` takes the years before 100 for those of the twentieth century.
  if (first.year < 100 || last.year < 100) return null
  return { from, to, middle: (from + to) / 2 }
}

const quarter = /^(\d{4})-(01|04|07|10)\/\1-(03|06|09|12)$/

/** A date in few letters, no less exact and no more: "3 May 2025", "Sept 2025", "Q2 2024"; British where no style is named. */
export function shortDate(edtf: string, style: DateStyle = dateStyles['en-GB']): string {
  const [, year, first, last] = quarter.exec(edtf) ?? []
  if (year !== undefined && Number(last) - Number(first) === 2) return `Q${(Number(first) + 2) / 3} ${year}`
  return formatEdtf(edtf, style.short)
}

/** How long each date lasts, as people count: of dates that are not of one kind, `'mixed'`. */
export function precisionOf(
  times: readonly ChartTime[],
): 'day' | 'week' | 'month' | 'quarter' | 'year' | 'mixed' {
  const kinds = new Set(
    times.map(({ from, to }) => {
      const days = Math.round((to - from) / dayLength)
      if (days === 1) return 'day'
      if (days === 7) return 'week'
      if (days >= 28 && days <= 31) return 'month'
      if (days >= 89 && days <= 92) return 'quarter'
      return days === 365 || days === 366 ? 'year' : 'mixed'
    }),
  )
  const [kind = 'day'] = kinds
  return kinds.size <= 1 ? kind : 'mixed'
}

/**
 * Runs of points with no hole between them: where a step is much longer than the usual one, values are missing, and a line
 * through there would say what nobody has measured. The points are in order of time.
 */
export function runsOf<P extends { time: ChartTime }>(points: readonly P[]): P[][] {
  const steps = points.slice(1).map(({ time }, index) => time.middle - (points[index]?.time.middle ?? 0))
  const sorted = steps.toSorted((one, other) => one - other)
  const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  // Days of work have weekends between them.
  const longest = Math.max(usual * 1.6, 5.5 * dayLength)
  const runs: P[][] = []
  for (const [index, point] of points.entries()) {
    const run = runs.at(-1)
    if (run === undefined || (steps[index - 1] ?? 0) > longest) runs.push([point])
    else run.push(point)
  }
  return runs
}
