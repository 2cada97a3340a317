// Who is open in the people room, and how they are looked at.
import { computed, signal } from '@preact/signals'
import type { Person } from '../../shared/model/records.ts'
import { lists } from '../state/desk.ts'

const openId = signal<string | null>(null)

/** The person whose page is open, as the library has them. */
export const openPerson = computed(() => lists.value.people.find(({ id }) => id === openId.value) ?? null)

/** The tag that statements are looked at by; null for all. */
export const chosenTag = signal<string | null>(null)

/** The person that the dialog edits; null for a new one. */
export const editedPerson = signal<Person | null>(null)

export function choosePerson(id: string | null): void {
  if (openId.value !== id) chosenTag.value = null
  openId.value = id
}
