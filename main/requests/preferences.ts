import type { Handlers } from './answer.ts'
import { defined } from './defined.ts'
import type { Ports } from './ports.ts'

export function preferencesRequests({
  preferences,
}: Pick<Ports, 'preferences'>): Pick<Handlers, 'preferences.get' | 'preferences.set'> {
  return {
    'preferences.get': async () => preferences.get(),
    'preferences.set': ({ preferences: changes }) => preferences.set(defined(changes)),
  }
}
