// What was open last, in the menu of the system.
import { effect } from '@preact/signals'
import type { RecentPlace } from '../../shared/request-names.ts'
import { focusWork } from '../app/focus-work.ts'
import { request } from '../bridge/bridge.ts'
import { lists } from '../state/desk.ts'
import { goTo } from './go-to.ts'
import { recentPlaces } from './recent-places.ts'

const mostShown = 10

/** Keeps the menu up from here on. */
export function keepRecentMenu(): void {
  let last = ''
  effect(() => {
    const places = recentPlaces.value.flatMap(withTitle).slice(0, mostShown)
    const said = JSON.stringify(places)
    if (said !== last) void request('recent.show', { places })
    last = said
  })
}

/** Opens what was chosen there, unless a dialog is open, which would be buried. */
export function openRecent({ room, id }: Pick<RecentPlace, 'room' | 'id'>): void {
  if (document.querySelector('dialog[open]') === null) goTo({ room, open: id }, focusWork)
}

/** Nothing for what is deleted by now. */
function withTitle({ room, open }: (typeof recentPlaces.value)[number]): RecentPlace[] {
  if (room !== 'briefs' && room !== 'sources') return []
  const found = lists.value[room].find(({ id }) => id === open)
  return found ? [{ room, id: found.id, title: found.title }] : []
}
