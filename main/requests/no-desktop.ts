import type { Ports } from './ports.ts'

/** For a terminal, which has no menu and is given its files by name. */
export const noDesktop: Ports['desktop'] = {
  showRecent: () => undefined,
  rememberFile: () => undefined,
  namedFiles: {
    waiting: async () => ({ briefs: 0, sources: 0 }),
    takeBrief: () => null,
    takeSources: () => [],
  },
}
