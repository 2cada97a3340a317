// The points of a series, and their order.
import { firstDay, lastDay } from '../dates/edtf-days.ts'
import type { Figure } from '../model/records.ts'

export type SeriesPoint = NonNullable<Figure['series']>[number]

/** As many as a figure may hold. */
export const mostPoints = 10_000

/** Below zero where one date (EDTF) is earlier than another: by its beginning, then by its end. What is undated comes last. */
export function compareDates(one: string | null, other: string | null): number {
  const keys = (edtf: string | null) =>
    edtf === null
      ? ['~', '~']
      : [firstDay(edtf)?.toString() ?? lastDay(edtf)?.toString() ?? '~', lastDay(edtf)?.toString() ?? '~']
  const [[from, until], [otherFrom, otherUntil]] = [keys(one), keys(other)] as [string[], string[]]
  return inCodeUnits(from ?? '', otherFrom ?? '') || inCodeUnits(until ?? '', otherUntil ?? '')
}

function inCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The points in order of time, the oldest first. */
export function inOrder<P extends { asOf: string }>(points: readonly P[]): P[] {
  return [...points].sort((one, other) => compareDates(one.asOf, other.asOf))
}
