import { RequestProblem } from '../../shared/result.ts'
import type { SealPorts } from './ports.ts'

/** What a passphrase needs, where a library is opened once and stays as it was opened: in a terminal. */
export const noSealPorts: SealPorts = {
  key: { get: () => null, hold: () => undefined },
  keptKeys: {
    whyNot: () => 'A terminal keeps no keys.',
    read: async () => null,
    keep: async () => undefined,
    forget: async () => undefined,
  },
  notify: () => undefined,
  replaceLibrary: async () => {
    throw new RequestProblem(
      'refused',
      'A command opens a library once. Nothing was changed; do this in the window.',
    )
  },
}
