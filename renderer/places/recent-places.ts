// The briefs and sources that were opened last.
import { signal } from '@preact/signals'
import { isSame, type Place } from './trail.ts'

const mostKept = 12

/** The last one first, each once. */
export const recentPlaces = signal<readonly Place[]>([])

export function remember(place: Place): void {
  if (place.open === null || (place.room !== 'briefs' && place.room !== 'sources')) return
  const others = recentPlaces.peek().filter(each => !isSame(each, place))
  recentPlaces.value = [place, ...others].slice(0, mostKept)
}
