// What was open when the window was left, for its next start. Ids are titles in short, so of a library under a passphrase
// nothing is kept outside it.
import { effect } from '@preact/signals'
import { request } from '../bridge/bridge.ts'
import { recallQuery, settledQuery } from '../search/search-state.ts'
import { description, lists, openBrief, openSource, type Room, room } from '../state/desk.ts'
import { keepChoice } from '../state/kept.ts'
import type { Tabs } from '../tabs/tab-list.ts'
import { tabs } from '../tabs/tabs-state.ts'
import { recentPlaces } from './recent-places.ts'
import type { Place } from './trail.ts'

type KeptDesk = {
  /** The folder of the library it is of. */
  library: string
  room: Room
  brief: string | null
  source: string | null
  /** What was looked for; another version kept none. */
  search?: string
  recent: readonly Place[]
  tabs: Tabs
}

/** The name of the choice that it is. */
export const deskChoice = 'desk'
const rooms: readonly Room[] = [
  'search',
  'briefs',
  'sources',
  'evidence',
  'timeline',
  'people',
  'measures',
  'trash',
]

/** Shows the room that was left, and gives the brief that was open in it; null where that is not known, or no more. */
export async function recallDesk(stored: string | undefined): Promise<string | null> {
  const desk = readDesk(stored)
  if (desk === null || desk.library !== description.value?.folder || description.value.isSealed) return null
  room.value = rooms.find(each => each === desk.room) ?? 'briefs'
  recentPlaces.value = desk.recent
  tabs.value = desk.tabs
  if (typeof desk.search === 'string') recallQuery(desk.search)
  if (desk.source !== null) wantedSource = desk.source
  const { brief } = desk
  if (brief === null || lists.value.briefs.some(({ id }) => id === brief)) return brief
  const found = await request('record.get', { id: brief })
  return found.ok && found.value.collection === 'briefs' ? brief : null
}

let wantedSource: string | null = null

/** Opens the source that was open, unless another one is by now; one that is gone is not missed. */
export async function recallSource(): Promise<void> {
  if (wantedSource === null) return
  const found = await request('record.get', { id: wantedSource })
  wantedSource = null
  if (found.ok && found.value.collection === 'sources' && openSource.value === null)
    openSource.value = found.value.record
}

/** Keeps it up from here on. */
export function keepDesk(): void {
  effect(() => {
    if (description.value === null) return
    const { folder: library, isSealed } = description.value
    const desk: KeptDesk = {
      library,
      room: room.value,
      brief: openBrief.value?.id ?? null,
      source: openSource.value?.id ?? null,
      search: settledQuery.value,
      recent: recentPlaces.value,
      tabs: tabs.value,
    }
    keep(isSealed ? null : JSON.stringify(desk))
  })
}

let last: string | null | undefined

/** A brief changes with each key, and where it is does not. */
function keep(desk: string | null): void {
  if (desk !== last) keepChoice(deskChoice, desk)
  last = desk
}

function readDesk(stored = 'null'): KeptDesk | null {
  try {
    const desk: unknown = JSON.parse(stored)
    if (!isDesk(desk)) return null
    return { ...desk, tabs: isTabs(desk.tabs) ? desk.tabs : tabs.peek() }
  } catch {
    return null
  }
}

function isDesk(stored: unknown): stored is KeptDesk {
  if (typeof stored !== 'object' || stored === null) return false
  const { library, brief, source, recent } = stored as Record<string, unknown>
  const isIdOrNone = (id: unknown) => id === null || typeof id === 'string'
  return (
    typeof library === 'string' &&
    isIdOrNone(brief) &&
    isIdOrNone(source) &&
    Array.isArray(recent) &&
    recent.every(place => typeof (place as Place | null)?.open === 'string')
  )
}

/** Another version kept none. */
function isTabs(stored: unknown): stored is Tabs {
  const { all, front } = Object(stored) as Record<string, unknown>
  if (!Array.isArray(all) || typeof front !== 'number' || all[front] === undefined) return false
  return all.every(({ room, open }) => rooms.includes(room) && (open === null || typeof open === 'string'))
}
