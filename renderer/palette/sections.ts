// What the palette shows before anything is typed, and what once something is.
import type { CommandName } from '../commands/command.ts'
import { placeNow } from '../places/place-now.ts'
import { recentPlaces } from '../places/recent-places.ts'
import { isSame } from '../places/trail.ts'
import { searchFor } from '../search/search-actions.ts'
import type { Room } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import type { PaletteItem } from './palette-item.ts'
import { ranked } from './ranking.ts'

/** Items under a heading; the only section of what was sought has none. */
export type PaletteSection = { title: string | null; items: readonly PaletteItem[] }

/** What is done most in each room. */
const usual: Record<Room, readonly CommandName[]> = {
  search: ['save-search', 'show-sources', 'show-evidence'],
  briefs: ['export-brief', 'toggle-checks', 'toggle-preview', 'show-history'],
  sources: ['import-source', 'paste-source', 'accept-all-suggestions', 'toggle-suggestions'],
  evidence: ['new-quote', 'new-figure', 'new-event'],
  timeline: ['add-event', 'show-today', 'toggle-timeline-list', 'copy-timeline'],
  people: ['new-person'],
  measures: ['new-figure'],
  trash: [],
}

const mostFound = 60
const mostRecent = 6

const searchId = 'search everything'

/** Whether an item is what was found, and not the way to look further. */
export const isFound = ({ id }: PaletteItem) => id !== searchId

/** What can only be chosen from has none. */
const hasCommands = (items: readonly PaletteItem[]) => items.some(({ id }) => id.startsWith('command '))

function everythingWith(query: string): PaletteItem {
  return {
    id: searchId,
    icon: 'find',
    kind: '',
    label: strings.search.everything(query),
    detail: strings.search.everythingDetail,
    more: '',
    keys: '',
    run: () => searchFor(query),
  }
}

/** All that fits the query, the best first; of an empty one what fits the moment, what was open last, and every command. */
export function sectionsFor(query: string, items: readonly PaletteItem[]): PaletteSection[] {
  if (query.trim() !== '') {
    const found = ranked(query, items, mostFound)
    return [{ title: null, items: hasCommands(items) ? [...found, everythingWith(query.trim())] : found }]
  }
  const byId = new Map(items.map(item => [item.id, item]))
  const of = (ids: readonly string[]) => ids.flatMap(id => byId.get(id) ?? [])
  const here = placeNow.value
  const now = of([...usual[here.room], 'new-brief'].map(name => `command ${name}`))
  const recent = of(
    recentPlaces.value.filter(place => !isSame(place, here)).map(({ room, open }) => `${room} ${open}`),
  ).slice(0, mostRecent)
  const commands = items.filter(item => item.id.startsWith('command ') && !now.includes(item))
  const { palette } = strings
  // What can only be chosen from, such as the sources, is shown from its start.
  const rest = hasCommands(items)
    ? { title: palette.commands, items: commands }
    : { title: palette.all, items: items.filter(item => !recent.includes(item)).slice(0, mostFound) }
  return [{ title: palette.now, items: now }, { title: palette.recent, items: recent }, rest].filter(
    section => section.items.length > 0,
  )
}
