// The lines a page rules.
import type { Matrix } from './fragments.ts'

/** A straight line, level or upright. In points; y grows down the page. */
export type Rule = { isLevel: boolean; at: number; from: number; to: number }

/** pdf.js writes a path as numbers: what is done, then where. */
const lengths = [2, 2, 6, 4, 0]
const [moveTo, lineTo, , , closePath] = [0, 1, 2, 3, 4]

// Points.
const shortest = 4
/** A page with more is a drawing. */
export const mostRules = 4000

/** The rules among what a path draws, its edges included; `matrix` takes it to the page. */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  const rules: Rule[] = []
  let start: readonly [number, number] = [0, 0]
  let last = start
  const line = (next: readonly [number, number]) => {
    const [[x0, y0], [x1, y1]] = [last, next]
    if (Math.abs(y1 - y0) < 0.5 && Math.abs(x1 - x0) >= shortest)
      rules.push({ isLevel: true, at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) })
    if (Math.abs(x1 - x0) < 0.5 && Math.abs(y1 - y0) >= shortest)
      rules.push({ isLevel: false, at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) })
  }
  for (let at = 0; at < path.length; ) {
    const command = path[at] ?? 0
    const length = lengths[command] ?? 0
    const [x, y] = [path[at + length - 1] ?? 0, path[at + length] ?? 0]
    const point = [
      matrix[0] * x + matrix[2] * y + matrix[4],
      matrix[1] * x + matrix[3] * y + matrix[5],
    ] as const
    if (command === lineTo) line(point)
    if (command === closePath) line(start)
    last = command === closePath ? start : point
    if (command === moveTo) start = point
    at += length + 1
  }
  return rules
}

/** Whether an upright rule stands between two places on a line of text. */
export function isRuledBetween(rules: readonly Rule[], x0: number, x1: number, y: number): boolean {
  return rules.some(
    ({ isLevel, at, from, to }) => !isLevel && at >= x0 - 1 && at <= x1 + 1 && from <= y - 2 && to >= y - 2,
  )
}
