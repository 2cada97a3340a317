import type { DiffPart } from '../../shared/diff/word-diff.ts'

const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const

/** What changed as `wdiff` marks words: [-what went-] and {+what came+}. */
export function markWords(parts: readonly DiffPart[]): string {
  return parts.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('')
}
