// Going to a place: the room, with what is to be open in it.

import { openBriefById } from '../briefs/brief-actions.ts'
import { leaveForm, openEvidence } from '../evidence/evidence-actions.ts'
import { openMeasure } from '../measures/measures-state.ts'
import { choosePerson } from '../people/people-state.ts'
import { recallQuery } from '../search/search-state.ts'
import { closeSource, openSourceById } from '../sources/source-actions.ts'
import { evidenceForm, openBrief, room } from '../state/desk.ts'
import { onceDrawn } from '../state/once-drawn.ts'
import { onTheWay } from './on-the-way.ts'
import type { Place } from './trail.ts'

/** Counts up: where one has gone on meanwhile, what is opened late does not call one back. */
let latest = 0

/**
 * Opens what is there, or closes what is open where nothing is to be, and shows its room; `onThere` runs once it is on the
 * screen. Where a form with words that are not saved holds the desk, the person is asked first, and may stay.
 */
export function goTo(place: Place, onThere: () => void = () => {}): void {
  const { open } = place
  const from = room.peek()
  latest += 1
  const journey = latest
  const arrive = () => {
    if (journey !== latest || room.peek() !== from) return
    room.value = place.room
    onceDrawn(onThere)
  }
  switch (place.room) {
    case 'briefs':
      if (open === null) arrive()
      else leaveForm(() => void onTheWay(() => openBriefById(open).then(() => isOpen(open) && arrive())))
      break
    case 'sources':
      if (open === null) closeSource(arrive)
      else void openSourceById(open, arrive)
      break
    case 'evidence':
    case 'timeline':
      // A form that waits here for its words to be saved is what is gone to.
      if (open !== null && evidenceForm.value?.id === open) arrive()
      else
        leaveForm(() => {
          arrive()
          if (open !== null) openEvidence(open)
        })
      break
    case 'search':
      if (open !== null) recallQuery(open)
      arrive()
      break
    case 'people':
      choosePerson(open)
      arrive()
      break
    case 'measures':
      openMeasure.value = open
      arrive()
      break
    case 'trash':
      arrive()
  }
}

function isOpen(brief: string): boolean {
  return openBrief.value?.id === brief
}
