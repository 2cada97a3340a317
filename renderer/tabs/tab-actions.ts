// Opening, showing and closing tabs. What is in sight leads: a tab comes to the front once its place is there.
import { effect } from '@preact/signals'
import { focusWork } from '../app/focus-work.ts'
import { choosePlace } from '../palette/palette-state.ts'
import { placesTo } from '../palette/record-items.ts'
import { goTo } from '../places/go-to.ts'
import { isOnTheWay } from '../places/on-the-way.ts'
import { isThere, onPlace, placeNow } from '../places/place-now.ts'
import { isSame, type Place } from '../places/trail.ts'
import { strings } from '../ui/strings.ts'
import { arrived, besideFront, nextInSight, onlyThose, withoutTab, withTab } from './tab-list.ts'
import { tabs } from './tabs-state.ts'

/** What was in front when the window was left, until its record is read; null from then on, or once one is elsewhere. */
let awaited: Place | null = null

/** The tab that was asked for last; null once one has come to a place. */
let heading: Place | null = null

/** Keeps the tabs up with where one is and with what is deleted, from here on. To be called once. */
export function followTabs(): void {
  const { all, front } = tabs.value
  awaited = all[front] ?? null
  onPlace(place => {
    if (awaited?.room === place.room && place.open === null) return
    awaited = null
    heading = null
    tabs.value = arrived(tabs.peek(), place)
  })
  effect(() => {
    const there = onlyThose(tabs.value, isThere)
    if (there.all.length < tabs.peek().all.length) tabs.value = there
  })
}

/** Opens what was in front when the window was left, now that the lists are read. */
export function recallTab(): void {
  const left = awaited
  awaited = null
  if (left !== null && left.open !== null && isThere(left)) goTo(left)
  else tabs.value = arrived(tabs.value, placeNow.value)
}

export const hasTabs = () => tabs.value.all.length > 1

export const isInTab = (place: Place) => tabs.value.all.some(each => isSame(each, place))

/** Opens a place beside the one in sight, and goes there. */
export function openInTab(place: Place): void {
  tabs.value = withTab(tabs.value, place)
  showTab(place)
}

/** Asks what is to be opened in a new tab. */
export function newTab(): void {
  choosePlace({ placeholder: strings.tabs.choose, providers: placesTo(openInTab) })
}

export function showTab(place: Place): void {
  heading = place
  goTo(place, focusWork)
}

export function stepTab(step: 1 | -1): void {
  // Keys come faster than tabs are opened.
  const from = isOnTheWay.value && heading ? arrived(tabs.value, heading) : tabs.value
  const beside = besideFront(from, step)
  if (beside) showTab(beside)
}

/** Closes a tab, of which another one stays. Nothing that it shows is lost. */
export function closeTab(place: Place, onClosed: () => void = focusWork): void {
  const now = tabs.value
  if (now.all[now.front] !== place) {
    tabs.value = withoutTab(now, place)
    onClosed()
    return
  }
  const next = nextInSight(now)
  if (!next) return
  // The person may be asked first, and stay.
  goTo(next, () => {
    tabs.value = withoutTab(tabs.value, place)
    onClosed()
  })
}

export function closeFrontTab(): void {
  const { all, front } = tabs.value
  const place = all[front]
  if (place) closeTab(place)
}
