// Where one is, and whether another place is still there.
import { computed, effect } from '@preact/signals'
import { openMeasure } from '../measures/measures-state.ts'
import { openPerson } from '../people/people-state.ts'
import { settledQuery } from '../search/search-state.ts'
import { areListsWhole, evidenceForm, lists, openBrief, openSource, room } from '../state/desk.ts'
import { findEvidence } from '../state/lists.ts'
import { isOnTheWay } from './on-the-way.ts'
import { isSame, type Place } from './trail.ts'

/** The same object for as long as one stays, however much is typed there. */
export const placeNow = computed((): Place => {
  const place = { room: room.value, open: openHere() }
  if (!isSame(last, place)) last = place
  return last
})

let last: Place = { room: 'briefs', open: null }

function openHere(): string | null {
  switch (room.value) {
    case 'briefs':
      return openBrief.value?.id ?? null
    case 'sources':
      return openSource.value?.id ?? null
    case 'evidence':
    case 'timeline':
      return evidenceForm.value?.id ?? null
    case 'people':
      return openPerson.value?.id ?? null
    case 'measures':
      return openMeasure.value
    case 'search':
      return settledQuery.value.trim() === '' ? null : settledQuery.value
    case 'trash':
      return null
  }
}

/** Tells of each place once one is there: what is opened and the room to see it in change one after the other. */
export function onPlace(tell: (place: Place) => void): void {
  let isWaiting = false
  effect(() => {
    void placeNow.value
    if (isOnTheWay.value || isWaiting) return
    isWaiting = true
    queueMicrotask(() => {
      isWaiting = false
      if (!isOnTheWay.peek()) tell(placeNow.peek())
    })
  })
}

/** False where what was open there is deleted; what is not read yet is taken to be there. */
export function isThere({ room, open }: Place): boolean {
  if (open === null || !areListsWhole.value || room === 'measures' || room === 'search') return true
  const { briefs, sources, people } = lists.value
  const has = (records: readonly { id: string }[]) => records.some(({ id }) => id === open)
  if (room === 'evidence' || room === 'timeline') return findEvidence(lists.value, open) !== null
  return has(room === 'briefs' ? briefs : room === 'sources' ? sources : people)
}
