// What is suggested in the open source and still waits to be decided on.
import { computed, signal } from '@preact/signals'
import {
  inTextOrder,
  isCertain,
  pendingOf,
  type Suggestion,
  type SuggestionKind,
} from '../../shared/extract/pending.ts'
import type { Suggestions } from '../../shared/extract/suggestions.ts'
import { lists, openSource } from './desk.ts'
import { evidenceOfSource } from './lists.ts'

/** What was found in a source's text; of a long text, first what stands in its opening. */
export const foundIn = signal<{
  source: string
  suggestions: readonly Suggestion[]
  isWhole: boolean
} | null>(null)

/** The key of the suggestion that was gone to last; it may have been decided on meanwhile. */
export const currentKey = signal<string | null>(null)
export const shownKind = signal<SuggestionKind | null>(null)
/** What the person chose for the panel; null until they did. */
export const isPanelChosen = signal<boolean | null>(null)

/** What waits in the open source, of every kind, in the order of its text. */
export const pending = computed<readonly Suggestion[]>(() => {
  const source = openSource.value
  const found = foundIn.value
  if (!source || found?.source !== source.id) return []
  const kept = evidenceOfSource(lists.value, source.id).map(({ kind, record: { anchor } }) => ({
    kind,
    anchor,
  }))
  return pendingOf(found.suggestions, source, kept)
})

/** Those of the chosen kind. */
export const listed = computed(() =>
  pending.value.filter(({ kind }) => shownKind.value === null || kind === shownKind.value),
)

/** The suggestion one is at; once that was decided on, the next one. */
export const current = computed(() => {
  const key = currentKey.value
  const start = Number(key?.split(' ')[1] ?? 0)
  return (
    listed.value.find(suggestion => keyOf(suggestion) === key) ??
    listed.value.find(({ found }) => found.start >= start) ??
    listed.value.at(-1) ??
    null
  )
})

/** The suggestion whose words are to be brought into sight; a new object each time it is asked for. */
export const revealed = signal<{ suggestion: Suggestion } | null>(null)

/** Whether it is an event of which nobody can tell the day: a person has to give it one. */
export function isUndated({ kind, found }: Suggestion): boolean {
  return kind === 'event' && found.when === null
}

/** What “accept all” takes: the sure ones of a kind, and where none is sure, the rest; never what has no day yet. */
export function acceptable(kind: SuggestionKind | null): Suggestion[] {
  const ofKind = pending.value.filter(each => (kind === null || each.kind === kind) && !isUndated(each))
  const sure = ofKind.filter(({ found }) => isCertain(found))
  return sure.length > 0 ? sure : ofKind
}

/** While many are made into evidence, or taken back. */
export const isDeciding = signal(false)

/**
 * The panel stands beside a source from the moment it is opened, so that the text does not move under the reader when
 * something is found in it or the last is decided on; it only goes where nothing was found at all.
 */
export const isPanelShown = computed(() => {
  const source = openSource.value
  if (source === null) return false
  const hasNothing = foundIn.value?.source === source.id && foundIn.value.suggestions.length === 0
  return isPanelChosen.value ?? !hasNothing
})

/** The name of a suggestion for as long as the text stays as it is. */
export function keyOf({ kind, found }: Suggestion): string {
  return `${kind} ${found.start} ${found.end}`
}

export function keepFound(source: string, found: Omit<Suggestions, 'people'>, isWhole: boolean): void {
  foundIn.value = { source, suggestions: inTextOrder(found), isWhole }
}
