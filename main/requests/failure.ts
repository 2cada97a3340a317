// What went wrong in the page of the window, and the report that a person may save.
import type { Handlers } from './answer.ts'
import type { Failures } from './ports.ts'

export function failureRequests(failures: Failures): Pick<Handlers, 'failure.note' | 'failure.save'> {
  return {
    'failure.note': async ({ name, message, stack }) => {
      failures.noteInWindow({ name, message, stack })
      return null
    },
    'failure.save': async () => ({ file: await failures.save() }),
  }
}

/** For a terminal, which says what went wrong where it stands. */
export const noFailures: Failures = {
  noteInRequest: () => undefined,
  noteInWindow: () => undefined,
  save: async () => null,
}
