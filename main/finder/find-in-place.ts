import { findEvidence } from '../../shared/extract/find-evidence.ts'
import type { Finder } from './finder.ts'

/** Finds evidence without a thread, where nothing else waits for it. */
export const findInPlace: Pick<Finder, 'find'> = {
  find: async (text, date) => findEvidence(text, date),
}
