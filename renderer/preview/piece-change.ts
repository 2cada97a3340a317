// What changed of a text's pieces, so that not all of a long one goes from thread to thread at every key.
import type { BriefPiece } from '../../shared/brief/render-brief.ts'

/** Of the pieces before, so many at the start and at the end stay; `came` is what stands between them now. */
export type PieceChange = { first: number; last: number; came: readonly BriefPiece[] }

export function changeOf(before: readonly BriefPiece[], after: readonly BriefPiece[]): PieceChange {
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && isSame(before[first], after[first])) first += 1
  let last = 0
  while (last < shorter - first && isSame(before.at(-1 - last), after.at(-1 - last))) last += 1
  return { first, last, came: after.slice(first, after.length - last) }
}

/** The pieces after a change, the very same ones where they stayed. */
export function changedPieces(
  before: readonly BriefPiece[],
  { first, last, came }: PieceChange,
): readonly BriefPiece[] {
  return [...before.slice(0, first), ...came, ...before.slice(before.length - last)]
}

function isSame(one: BriefPiece | undefined, other: BriefPiece | undefined): boolean {
  return one === other || (one?.line === other?.line && one?.html === other?.html)
}
