// The forms that briefs may have, as they were read last.
import { signal } from '@preact/signals'
import type { OwnTemplate } from '../../shared/answers.ts'
import { request } from '../bridge/bridge.ts'
import { templates } from './desk.ts'
import { tell } from './notices.ts'

/** Those that the library keeps, also where they cannot be used. */
export const ownTemplates = signal<readonly OwnTemplate[]>([])
/** Names of the library's own that lie in the trash. */
export const removedTemplates = signal<readonly string[]>([])

/** Reads them anew, since another program may have changed those of the library, and tells where that cannot be done. */
export async function refreshTemplates(): Promise<void> {
  const problem = await readTemplates()
  if (problem !== null) tell('problem', problem)
}

/** Gives why they could not be read; null where they were. */
export async function readTemplates(): Promise<string | null> {
  const found = await request('template.list', {})
  if (!found.ok) return found.problem.message
  templates.value = found.value.templates
  ownTemplates.value = found.value.own
  removedTemplates.value = found.value.removed
  return null
}
