import type { LinkedSource } from '../references/resolve-reference.ts'

/** A source with its number in a brief, counted from 1 in the order of first use. */
export type NumberedSource = { number: number; source: LinkedSource }
