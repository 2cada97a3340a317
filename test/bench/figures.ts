// Times become rows: ratios of ours to a named reference, with how sure they are.
import { randomFrom } from './random.ts'

/** A row as `npm run -s bench -- --json` prints it. */
export type Row = {
  /** What was measured, and which figure of it: `save of a 20 KB brief, median`. */
  name: string
  /** The reference it is held against, and where that is not installed, the command that installs it. */
  against: string
  /** Ours over theirs, or the exponent of a growth; null where there was nothing to measure against. */
  ratio: number | null
  /** The interval that holds the ratio in 90 of 100 resamplings of the runs. */
  spread: [number, number] | null
  /** The ratio to stay within, where one was set; the one to reach where more is better. */
  goal: number | null
  held: boolean | null
  better: 'less' | 'more'
}

/** One reference: its times in the order of ours, run by run, or why there are none. The goal is for the median too unless it is of the p95. */
export type Reference = { against: string; goal: number | null; goalOf?: 'p95' } & (
  | { times: number[] }
  | { missing: string }
)

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

const emptyRow = { ratio: null, spread: null, held: null, better: 'less' } as const

/** One row a figure for each reference; of few runs the median alone says something. */
export function rowsOf(
  name: string,
  ours: readonly number[],
  references: readonly Reference[],
  isMedianOnly = false,
): Row[] {
  return references.flatMap(reference =>
    figures.slice(0, isMedianOnly ? 1 : undefined).map(({ figure, share }): Row => {
      const { against, goalOf = figure } = reference
      const goal = goalOf === figure ? reference.goal : null
      const row = { ...emptyRow, name: `${name}, ${figure}`, against, goal }
      if ('missing' in reference) return { ...row, against: `${against} (${reference.missing})` }
      const ratio = quantile(ours, share) / quantile(reference.times, share)
      const held = goal === null ? null : ratio <= goal
      return { ...row, ratio: rounded(ratio), spread: spreadOf(ours, reference.times, share), held }
    }),
  )
}

/** Resamples whole runs, ours with theirs, so that a slow moment of the machine weighs on both. */
function spreadOf(ours: readonly number[], theirs: readonly number[], share: number): [number, number] {
  return resampled(random => {
    const runs = ours.map(() => Math.floor(random() * ours.length))
    const pick = (times: readonly number[]) => runs.map(run => times[run] ?? Number.NaN)
    return quantile(pick(ours), share) / quantile(pick(theirs), share)
  })
}

function resampled(figure: (random: () => number) => number): [number, number] {
  const random = randomFrom(1)
  const all = Array.from({ length: 1000 }, () => figure(random))
  return [rounded(quantile(all, 0.05)), rounded(quantile(all, 0.95))]
}

/** A row of how many of the same things were found, where as many as theirs are to be. */
export function foundRow(
  name: string,
  against: string,
  ours: readonly boolean[],
  theirs: readonly boolean[],
): Row {
  const ratioOf = (places: readonly number[]) => {
    const count = (found: readonly boolean[]) => places.filter(place => found[place]).length
    return count(ours) / Math.max(1, count(theirs))
  }
  const all = [...ours.keys()]
  const ratio = ratioOf(all)
  const spread = resampled(random => ratioOf(all.map(() => Math.floor(random() * all.length))))
  return { name, against, ratio: rounded(ratio), spread, goal: 1, held: ratio >= 1, better: 'more' }
}

/** Times of one size of a library. */
export type SizedTimes = { size: number; times: readonly number[] }

/** How the time grows with the size: the exponent e that fits time = c · size^e best, by least squares of the logarithms. */
export function growthRow(
  name: string,
  against: string,
  sized: readonly SizedTimes[],
  { share, goal }: { share: number; goal: number },
): Row {
  const exponentOf = (timesOf: (times: readonly number[]) => readonly number[]) =>
    slope(sized.map(({ size, times }) => [Math.log(size), Math.log(quantile(timesOf(times), share))]))
  const exponent = exponentOf(times => times)
  const spread = resampled(random =>
    exponentOf(times => times.map(() => times[Math.floor(random() * times.length)] ?? Number.NaN)),
  )
  return {
    ...emptyRow,
    name: `${name}, exponent of the ${share === 0.5 ? 'median' : `p${share * 100}`}`,
    against,
    ratio: rounded(exponent),
    spread,
    goal,
    held: exponent <= goal,
  }
}

/** Of the straight line that is nearest to some points. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(point => point[0])), mean(points.map(point => point[1]))]
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return above / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

function rounded(ratio: number): number {
  return Number(ratio.toPrecision(4))
}
