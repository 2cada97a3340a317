// Going to a place: the room, with what is to be open in it.
import { openBriefById } from '../briefs/brief-actions.ts'
import { leaveForm, openEvidence } from '../evidence/evidence-actions.ts'
import { openMeasure } from '../measures/measures-state.ts'
import { choosePerson } from '../people/people-state.ts'
import { openSourceById } from '../sources/source-actions.ts'
import { openBrief, room } from '../state/desk.ts'
import type { Place } from './trail.ts'

/**
 * Opens what is there and shows its room; `onThere` runs once it is on the screen. Where a form with words that are not
 * saved holds the desk, the person is asked first, and may stay.
 */
export function goTo(place: Place, onThere: () => void = () => {}): void {
  const { open } = place
  const arrive = () => {
    room.value = place.room
    // Once it is drawn.
    requestAnimationFrame(onThere)
  }
  if (open === null) arrive()
  else if (place.room === 'briefs')
    leaveForm(() => void openBriefById(open).then(() => isOpen(open) && arrive()))
  else if (place.room === 'sources') void openSourceById(open, arrive)
  else if (place.room === 'evidence' || place.room === 'timeline') {
    leaveForm(() => {
      arrive()
      openEvidence(open)
    })
  } else {
    if (place.room === 'people') choosePerson(open)
    else openMeasure.value = open
    arrive()
  }
}

function isOpen(brief: string): boolean {
  return openBrief.value?.id === brief
}
