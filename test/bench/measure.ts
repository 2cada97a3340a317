import type { Reference, Row } from './figures.ts'

/** What a file in rows/ exports: something of ours, and what it is held against. */
export type Measure = {
  name: string
  /** A path in the folder of test data that it cannot do without. */
  data?: string
  /** Why it cannot be measured on this machine. */
  missing?: string | null
  /** Of so few runs that a high quantile would say nothing. */
  isMedianOnly?: true
  measure(settings: Settings): Promise<Measured | Row[]>
}

/** `seed` is that of the generated library and of what is asked of it. */
export type Settings = { seed: number }

/** Times in milliseconds; ours and every reference's in the same order of runs. */
export type Measured = { ours: number[]; references: Reference[] }

/** A thing to time once; gives milliseconds. */
export type Timed = () => Promise<number>

/**
 * Times several things in turn, A B A B, so that whatever else the machine does falls on all of them. The first
 * round warms the caches and is not counted.
 */
export async function inTurn(rounds: number, timed: readonly Timed[]): Promise<number[][]> {
  const times: number[][] = timed.map(() => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, time] of timed.entries()) {
      const taken = await time()
      if (round > 0) times[index]?.push(taken)
    }
  }
  return times
}

/** How long the work takes, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
