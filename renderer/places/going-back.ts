// Back and forward between the places that were open, as in a browser.
import { signal } from '@preact/signals'
import { focusWorkIfLost } from '../app/focus-work.ts'
import { goTo } from './go-to.ts'
import { isThere, onPlace, placeNow } from './place-now.ts'
import { remember } from './recent-places.ts'
import { isSame, stepped, type Trail, visited } from './trail.ts'

const trail = signal<Trail>({ before: [], at: { room: 'briefs', open: null }, after: [] })

/** Where a step leads that is on its way: its place is not a new one. */
let wanted: Trail | null = null

/** Keeps the trail up with where one is, from here on. To be called once. */
export function followPlaces(): void {
  trail.value = { before: [], at: placeNow.peek(), after: [] }
  remember(placeNow.peek())
  onPlace(arriveAt)
}

function arriveAt(place: Trail['at']): void {
  if (isSame(place, trail.peek().at)) return
  // A room that was left with nothing open may have something open by now.
  const isWanted = wanted?.at.room === place.room && [place.open, null].includes(wanted.at.open)
  trail.value = isWanted && wanted ? { ...wanted, at: place } : visited(trail.peek(), place)
  wanted = null
  remember(place)
}

export const canGoBack = () => stepped(trail.value, -1, isThere) !== null
export const canGoForward = () => stepped(trail.value, 1, isThere) !== null
export const goBack = () => go(-1)
export const goForward = () => go(1)

function go(step: -1 | 1): void {
  wanted = stepped(trail.value, step, isThere)
  if (wanted) goTo(wanted.at, focusWorkIfLost)
}
