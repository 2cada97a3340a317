// What is looked for in the search room, and what was found.
import { computed, signal } from '@preact/signals'
import type { SearchAnswer, SearchHit, SearchProgress } from '../../shared/search/search-answers.ts'
import { isEmptySearch, parseSearch } from '../../shared/search/search-query.ts'
import { request } from '../bridge/bridge.ts'
import { room } from '../state/desk.ts'

const firstAskedFor = 50
const askedForMore = 100
const mostAskedFor = 500
/** Milliseconds after the last key before a search is one to come back to. */
const pause = 500
const mostViews = 100

/** As it is typed. */
export const searchQuery = signal('')
/** As the way back, the tabs and the next start know it: not of every key. */
export const settledQuery = signal('')
/** Null while nothing is asked for. */
export const searchAnswer = signal<SearchAnswer | null>(null)
/** Why the last question was refused; null where it was not. */
export const searchProblem = signal<string | null>(null)
export const searchProgress = signal<SearchProgress | null>(null)
/** Whether the reading was broken off, so that the rest cannot be found for now. */
export const isSearchPartial = signal(false)
/** Whether what is shown is an answer to what is typed. */
const isAnswered = signal(true)
/** Asks that the field be taken up, with all that is in it to be typed over or gone on with; a new object each time. */
export const fieldToTakeUp = signal({ isToTypeOver: true })

export const parsedQuery = computed(() => parseSearch(searchQuery.value))

const chosenKey = signal<string | null>(null)
const limit = signal(firstAskedFor)

export const keyOf = ({ collection, record }: SearchHit) => `${collection} ${record.id}`

/** The row that Enter opens: the first one, until another is chosen. */
export const chosenAt = computed(() => {
  const at = searchAnswer.value?.hits.findIndex(hit => keyOf(hit) === chosenKey.value) ?? -1
  return Math.max(0, at)
})

export function chooseHit(at: number): void {
  const hits = searchAnswer.peek()?.hits ?? []
  const hit = hits[Math.max(0, Math.min(at, hits.length - 1))]
  if (hit) chosenKey.value = keyOf(hit)
}

/** Whether a person has gone to a row themselves. */
export const isChosen = computed(() => chosenKey.value !== null)

/** How each search that something was opened from looked then. */
const views = new Map<string, { chosen: string | null; limit: number }>()

/** Makes the search as it is now one that the way back leads to, with its row. */
export function settleQuery(): void {
  clearTimeout(settling)
  const query = searchQuery.peek()
  settledQuery.value = query
  views.delete(query)
  views.set(query, { chosen: chosenKey.peek(), limit: limit.peek() })
  const [oldest] = views.keys()
  if (views.size > mostViews && oldest !== undefined) views.delete(oldest)
}

let settling: ReturnType<typeof setTimeout> | undefined

/** Takes over what is typed and asks at once. */
export function typeQuery(query: string): void {
  if (query === searchQuery.peek()) return
  look(query, { chosen: null, limit: firstAskedFor })
  clearTimeout(settling)
  settling = setTimeout(() => {
    settledQuery.value = searchQuery.peek()
  }, pause)
}

/** Comes back to a search as it was left; what was typed since stays where it is the same one. */
export function recallQuery(query: string): void {
  if (query === settledQuery.peek()) return
  clearTimeout(settling)
  settledQuery.value = query
  searchAnswer.value = null
  look(query, views.get(query) ?? { chosen: null, limit: firstAskedFor })
}

/** Elsewhere nothing is asked: the room does that itself once it is shown. */
function look(query: string, view: { chosen: string | null; limit: number }): void {
  searchQuery.value = query
  chosenKey.value = view.chosen
  limit.value = view.limit
  afterAnswer = null
  isAnswered.value = false
  if (room.peek() === 'search') void ask()
}

/** Counts up: an answer to an older question is dropped. */
let asked = 0
let afterAnswer: (() => void) | null = null

/** Asks for what is typed; what was found before stays in sight until the answer is there. */
export async function ask(): Promise<void> {
  asked += 1
  const mine = asked
  const query = searchQuery.peek()
  // An exclusion alone asks for nothing: the room shows its examples then, and no row to open.
  if (isEmptySearch(parsedQuery.peek())) {
    searchAnswer.value = null
    searchProblem.value = null
    isAnswered.value = true
    return
  }
  isAnswered.value = false
  const result = await request('search.find', { query, limit: limit.peek() })
  if (mine !== asked) return
  searchProblem.value = result.ok ? null : result.problem.message
  // What is left of an older question must not be what Enter opens.
  searchAnswer.value = result.ok ? result.value : null
  if (result.ok) searchProgress.value = result.value.progress
  isAnswered.value = true
  afterAnswer?.()
  afterAnswer = null
}

/** Runs what is meant for the answer to what is typed: at once, or when that comes. Another key takes it back. */
export function whenAnswered(run: () => void): void {
  if (isAnswered.peek()) run()
  else afterAnswer = run
}

/** Asks for more of the same, where there is more. */
export function askForMore(): void {
  if (!searchAnswer.peek()?.isMore || !isAnswered.peek() || limit.peek() >= mostAskedFor) return
  limit.value = Math.min(mostAskedFor, limit.peek() + askedForMore)
  void ask()
}

export const isAtMost = computed(() => searchAnswer.value?.isMore === true && limit.value >= mostAskedFor)

/** Hears how far the library is read for search; once all of it is, what is shown is asked for again. */
export function searchProgressed(progress: SearchProgress | null): void {
  const wasReading = searchProgress.peek() !== null
  if (progress === null) isSearchPartial.value = false
  searchProgress.value = progress
  if (progress === null && wasReading && room.peek() === 'search') void ask()
}
