// What a place is called: what is open there, else its room.
import { nameOf } from '../evidence/evidence-words.ts'
import { lists, openBrief } from '../state/desk.ts'
import { findEvidence } from '../state/lists.ts'
import { strings } from '../ui/strings.ts'
import type { Place } from './trail.ts'

export function nameOfPlace({ room, open }: Place): string {
  return (open !== null && nameOfOpen(room, open)) || strings.rooms[room]
}

function nameOfOpen(room: Place['room'], open: string): string | undefined {
  const { briefs, sources, people } = lists.value
  switch (room) {
    case 'briefs':
      // Its title as it is typed.
      return openBrief.value?.id === open
        ? openBrief.value.title
        : briefs.find(({ id }) => id === open)?.title
    case 'sources':
      return sources.find(({ id }) => id === open)?.title
    case 'people':
      return people.find(({ id }) => id === open)?.name
    case 'evidence':
    case 'timeline': {
      const item = findEvidence(lists.value, open)
      return item ? nameOf(item) : undefined
    }
    default:
      return undefined
  }
}
