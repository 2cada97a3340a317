// Which versions of a record may go as they age.

const hour = 60 * 60 * 1000
const day = 24 * hour

/** From the youngest: versions up to that age are kept one for each span. All of the last day are kept. */
const spans: readonly { age: number; span: number }[] = [
  { age: day, span: 0 },
  { age: 7 * day, span: hour },
  { age: 90 * day, span: day },
  { age: Number.POSITIVE_INFINITY, span: 7 * day },
]

/**
 * Of the times of a record's versions (milliseconds since 1970, in any order), those that may go: in each span of time
 * the first one stays. The oldest and the newest always stay, and so does what lies in the future of a clock set back.
 */
export function versionsToThin(times: readonly number[], now: number): number[] {
  const sorted = [...times].sort((one, other) => one - other)
  const kept = new Set<string>()
  return sorted.filter((time, index) => {
    const { span } = spans.find(({ age }) => now - time <= age) ?? { span: 0 }
    if (span === 0) return false
    const slot = `${span} ${Math.floor(time / span)}`
    const isFirst = !kept.has(slot)
    kept.add(slot)
    return !isFirst && index < sorted.length - 1
  })
}
