// What the person prefers, and how it is changed.
import { computed, signal } from '@preact/signals'
import type { Preferences } from '../../shared/model/preferences.ts'
import { request } from '../bridge/bridge.ts'
import { exportChoice } from '../export/export-choice.ts'
import { tell } from '../state/notices.ts'

/** Null until they are read, soon after the start. */
export const preferences = signal<Preferences | null>(null)

/** As each form says, until it is known. */
export const preferredPaper = computed(() => preferences.value?.paper ?? 'template')

export async function readPreferences(): Promise<void> {
  const result = await request('preferences.get', {})
  if (result.ok) preferences.value = result.value
  else tell('problem', result.problem.message)
}

/** Keeps what is preferred from now on; what is left out stays as it is. */
export async function prefer(changes: Partial<Preferences>): Promise<void> {
  const result = await request('preferences.set', { preferences: changes })
  if (!result.ok) return tell('problem', result.problem.message)
  preferences.value = result.value
  // As main forgets it: the paper that an export named before.
  if (changes.paper && exportChoice.value) exportChoice.value = { ...exportChoice.value, paper: null }
}
