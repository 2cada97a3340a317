// Going to the search room, keeping searches, and making the index anew.
import { signal } from '@preact/signals'
import { request } from '../bridge/bridge.ts'
import { room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { ask, fieldToTakeUp, isSearchPartial, searchQuery, settleQuery, typeQuery } from './search-state.ts'

/** Shows the room with what was looked for last, to be gone on with or typed over. */
export function showSearch(): void {
  show({ isToTypeOver: true })
}

function show(field: { isToTypeOver: boolean }): void {
  room.value = 'search'
  fieldToTakeUp.value = field
}

/** Looks for something in the room, as if it had been typed there. */
export function searchFor(query: string): void {
  typeQuery(query)
  settleQuery()
  show({ isToTypeOver: false })
}

/** Looks for what reads like a source. */
export function searchLike(source: string): void {
  searchFor(`like:${source} `)
}

/** In the order of the alphabet; null until they are read. */
export const savedSearches = signal<readonly string[] | null>(null)

export async function readSavedSearches(): Promise<void> {
  const result = await request('search.saved', {})
  if (result.ok) savedSearches.value = result.value.queries
}

const asSaved = (query: string) => query.trim().replace(/\s+/g, ' ')

export function isSaved(query: string): boolean {
  return savedSearches.value?.includes(asSaved(query)) ?? false
}

/** Keeps what is typed in the library, or no longer. */
export function toggleSaved(): void {
  const query = asSaved(searchQuery.value)
  if (query === '') return
  void saveSearch(query, !isSaved(query))
}

export async function removeSaved(query: string): Promise<void> {
  if (!(await saveSearch(query, false))) return
  tell('info', strings.search.removed(query), [], {
    label: strings.actions.undo,
    onPress: () => void saveSearch(query, true),
  })
}

async function saveSearch(query: string, isKept: boolean): Promise<boolean> {
  const result = await request('search.save', { query, isKept })
  if (result.ok) savedSearches.value = result.value.queries
  else tell('problem', result.problem.message)
  return result.ok
}

/** Whether the index is being made anew because somebody asked for it: that can be broken off. */
export const isRebuilding = signal(false)
let isCancelled = false

export async function rebuildSearch(): Promise<void> {
  showSearch()
  if (isRebuilding.peek()) return
  isRebuilding.value = true
  isSearchPartial.value = false
  isCancelled = false
  const result = await request('search.rebuild', {})
  isRebuilding.value = false
  if (!isCancelled && result.ok) tell('info', strings.search.rebuilt)
  else if (!result.ok) tell('problem', result.problem.message)
  if (room.peek() === 'search') void ask()
}

export function cancelRebuild(): void {
  isCancelled = true
  isSearchPartial.value = true
  void request('search.cancel', {})
}
