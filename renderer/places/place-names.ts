// What a place is called: what is open there, else its room.
import { computed } from '@preact/signals'
import { nameOf } from '../evidence/evidence-words.ts'
import { queryInWords } from '../search/edit-query.ts'
import { lists, openBrief } from '../state/desk.ts'
import { findEvidence } from '../state/lists.ts'
import { strings } from '../ui/strings.ts'
import type { Place } from './trail.ts'

/** As it is typed, and by themselves: the rest of a brief changes with each key. */
const openTitle = computed(() => openBrief.value?.title)
const openId = computed(() => openBrief.value?.id)

export function nameOfPlace({ room, open }: Place): string {
  return (open !== null && nameOfOpen(room, open)) || strings.rooms[room]
}

function nameOfLike(source: string): string {
  const title = lists.value.sources.find(({ id }) => id === source)?.title
  return title === undefined ? strings.search.likeGone : strings.search.like(title)
}

function nameOfOpen(room: Place['room'], open: string): string | undefined {
  const { briefs, sources, people } = lists.value
  switch (room) {
    case 'briefs':
      return openId.value === open ? openTitle.value : briefs.find(({ id }) => id === open)?.title
    case 'sources':
      return sources.find(({ id }) => id === open)?.title
    case 'people':
      return people.find(({ id }) => id === open)?.name
    case 'evidence':
    case 'timeline': {
      const item = findEvidence(lists.value, open)
      return item ? nameOf(item) : undefined
    }
    case 'search':
      return queryInWords(open, nameOfLike)
    default:
      return undefined
  }
}
