// The forms that briefs may have, as they were read last.
import { signal } from '@preact/signals'
import type { OwnTemplate } from '../../shared/answers.ts'
import type { Template } from '../../shared/brief/template.ts'
import { request } from '../bridge/bridge.ts'
import { tell } from './notices.ts'

/** All that can be used, by title. */
export const templates = signal<readonly Template[]>([])
/** Those that the library keeps, also where they cannot be used. */
export const ownTemplates = signal<readonly OwnTemplate[]>([])
/** Names of the library's own that were deleted or replaced, and lie in the trash. */
export const trashedTemplates = signal<readonly string[]>([])

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
  trashedTemplates.value = found.value.inTrash
  return null
}
