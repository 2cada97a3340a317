// The places one has been to, as a browser keeps its pages. Pure.
import type { Room } from '../state/desk.ts'

/** A room, and the id of what is open in it; null where nothing is. */
export type Place = { room: Room; open: string | null }

/** Those before and after the place one is at: the nearest at the end of `before` and at the start of `after`. */
export type Trail = { before: readonly Place[]; at: Place; after: readonly Place[] }

/** As many steps back as are kept. */
const mostKept = 100

/** The trail once one is somewhere else; what lay ahead is gone. A room in which something is only closed is no new place. */
export function visited(trail: Trail, place: Place): Trail {
  const { before, at } = trail
  if (place.room === at.room && (place.open === at.open || place.open === null)) return trail
  if (place.room === at.room && at.open === null) return { ...trail, at: place }
  // A search that is typed on with is the same one; one that was come back to stays, and another follows it.
  if (place.room === 'search' && at.room === 'search' && trail.after.length === 0)
    return { ...trail, at: place }
  return { before: [...before, at].slice(-mostKept), at: place, after: [] }
}

/** The trail a step back (-1) or forward (1), over places that are no more; null where there is none to go to. */
export function stepped(trail: Trail, step: -1 | 1, isThere: (place: Place) => boolean): Trail | null {
  const ahead = step === 1 ? trail.after : trail.before.toReversed()
  const found = ahead.findIndex(place => isThere(place) && !isSame(place, trail.at))
  const at = ahead[found]
  if (!at) return null
  const passed = [trail.at, ...ahead.slice(0, found)].filter(isThere)
  const rest = ahead.slice(found + 1)
  return step === 1
    ? { before: [...trail.before, ...passed], at, after: rest }
    : { before: rest.toReversed(), at, after: [...passed.toReversed(), ...trail.after] }
}

export function isSame(one: Place, other: Place): boolean {
  return one.room === other.room && one.open === other.open
}
