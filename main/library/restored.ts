// What came of a restore, kept from before the window is read anew until it asks.
import type { RestoreOutcome } from '../../shared/answers.ts'

export type Restored = ReturnType<typeof openRestored>

/** @param first what the start has found */
export function openRestored(first: RestoreOutcome | null) {
  let outcome = first
  return {
    tell(next: RestoreOutcome): void {
      outcome = next
    },

    /** Gives it once. */
    takeOutcome(): RestoreOutcome | null {
      const taken = outcome
      outcome = null
      return taken
    },
  }
}
