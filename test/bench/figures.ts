// Times become rows: ratios of ours to a named reference, with how sure they are.
import { randomFrom } from './random.ts'

/** A row as `npm run -s bench -- --json` prints it. */
export type Row = {
  /** What was measured, and which figure of it: `save of a 20 KB brief, median`. */
  name: string
  /** The reference it is held against, and where that is not installed, the command that installs it. */
  against: string
  /** Ours over theirs, smaller is better; null where there was nothing to measure against. */
  ratio: number | null
  /** The interval that holds the ratio in 90 of 100 resamplings of the runs. */
  spread: [number, number] | null
  /** The ratio to stay within, where one was set. */
  goal: number | null
  held: boolean | null
}

/** One reference: its times in the order of ours, run by run, or why there are none. */
export type Reference = { against: string; goal: number | null } & ({ times: number[] } | { missing: string })

/** The value that a share of the values, from 0 to 1, does not exceed; between two values, the line between them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('There is no quantile of nothing.')
  return below + (above - below) * (place - Math.floor(place))
}

const figures = [
  { figure: 'median', share: 0.5 },
  { figure: 'p95', share: 0.95 },
]

/** One row a figure for each reference; of few runs the median alone says something. */
export function rowsOf(
  name: string,
  ours: readonly number[],
  references: readonly Reference[],
  isMedianOnly = false,
): Row[] {
  return references.flatMap(reference =>
    figures.slice(0, isMedianOnly ? 1 : undefined).map(({ figure, share }): Row => {
      const { against, goal } = reference
      const row = { name: `${name}, ${figure}`, against, ratio: null, spread: null, goal, held: null }
      if ('missing' in reference) return { ...row, against: `${against} (${reference.missing})` }
      const ratio = quantile(ours, share) / quantile(reference.times, share)
      const held = goal === null ? null : ratio <= goal
      return { ...row, ratio: rounded(ratio), spread: spreadOf(ours, reference.times, share), held }
    }),
  )
}

/** Resamples whole runs, ours with theirs, so that a slow moment of the machine weighs on both. */
function spreadOf(ours: readonly number[], theirs: readonly number[], share: number): [number, number] {
  const random = randomFrom(1)
  const ratios = Array.from({ length: 1000 }, () => {
    const runs = ours.map(() => Math.floor(random() * ours.length))
    const pick = (times: readonly number[]) => runs.map(run => times[run] ?? Number.NaN)
    return quantile(pick(ours), share) / quantile(pick(theirs), share)
  })
  return [rounded(quantile(ratios, 0.05)), rounded(quantile(ratios, 0.95))]
}

function rounded(ratio: number): number {
  return Number(ratio.toPrecision(4))
}
