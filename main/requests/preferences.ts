import type { Handlers } from './answer.ts'
import { defined } from './defined.ts'
import type { Ports } from './ports.ts'

export function preferencesRequests({
  preferences,
  lastExport,
}: Pick<Ports, 'preferences' | 'lastExport'>): Pick<Handlers, 'preferences.get' | 'preferences.set'> {
  return {
    'preferences.get': async () => preferences.get(),
    'preferences.set': async ({ preferences: changes }) => {
      const now = await preferences.set(defined(changes))
      // What was said last holds: a paper that an export named before would go on in silence.
      if (changes.paper !== undefined) await lastExport.keep({ ...(await lastExport.read()), paper: null })
      return now
    },
  }
}
