// Places that are kept at hand side by side, as a browser keeps its pages. Pure.
import { isSame, type Place } from '../places/trail.ts'

/** In the order in which they stand; `front` is the index of the one in sight. Never empty, and each place once. */
export type Tabs = { all: readonly Place[]; front: number }

/** The tabs once a place is in sight: the one that has it is in front, else the front one shows it now. */
export function arrived({ all, front }: Tabs, place: Place): Tabs {
  const found = all.findIndex(each => isSame(each, place))
  return found === -1 ? { all: all.with(front, place), front } : { all, front: found }
}

/** With a place beside the front one, which stays in front; unchanged where one has it already. */
export function withTab({ all, front }: Tabs, place: Place): Tabs {
  if (all.some(each => isSame(each, place))) return { all, front }
  return { all: all.toSpliced(front + 1, 0, place), front }
}

/** Without a place that is not in front. */
export function withoutTab({ all, front }: Tabs, place: Place): Tabs {
  return onlyThose({ all, front }, each => !isSame(each, place))
}

/** Those that pass, and the front one in any case: what is in sight decides what it shows. */
export function onlyThose({ all, front }: Tabs, passes: (place: Place) => boolean): Tabs {
  const isKept = (place: Place, index: number) => index === front || passes(place)
  return { all: all.filter(isKept), front: all.slice(0, front).filter(isKept).length }
}

/** The place that comes in sight once the front tab is closed: the next one, after the last the one before; null for none. */
export function nextInSight({ all, front }: Tabs): Place | null {
  return all[front + 1] ?? all[front - 1] ?? null
}

/** The place of the next tab (1) or of the one before (-1), round and round. */
export function besideFront({ all, front }: Tabs, step: 1 | -1): Place | null {
  return all.length < 2 ? null : (all[(front + step + all.length) % all.length] ?? null)
}
