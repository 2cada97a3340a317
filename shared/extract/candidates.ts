// Somebody who may have spoken a quoted run, and where that is told.
import type { Subject } from './subject.ts'

/** The text between a run and its neighbours in the paragraph. */
export type Surroundings = { before: string; after: string; beforeStart: number; afterStart: number }

/** Somebody whom a rule takes for the speaker; `at` is where the text is asked who that is. */
export type Candidate = {
  subject: Subject
  cue: string | null
  at: number
  rule: string
  confidence: number
}

/** How sure it is that somebody said what a sentence says they did not. */
export const unsaid = 0.3
