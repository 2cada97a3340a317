// Asking for suggestions, walking through them, and deciding on each: accept, change, refuse, take back.
import type { Suggestion, SuggestionKind } from '../../shared/extract/pending.ts'
import { wordsBetween } from '../../shared/markdown/words-as-read.ts'
import type { Source } from '../../shared/model/records.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import type { Result } from '../../shared/result.ts'
import { request } from '../bridge/bridge.ts'
import { startEvidence } from '../evidence/evidence-actions.ts'
import { particularsAreSaved } from '../sources/source-actions.ts'
import { isReadOnly, lists, openSource } from '../state/desk.ts'
import { withoutRecord, withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import {
  current,
  currentKey,
  foundIn,
  isPanelChosen,
  keepFound,
  keyOf,
  listed,
  pending,
  revealed,
} from '../state/suggestions.ts'
import { strings } from '../ui/strings.ts'

const texts = strings.suggestions

/** The question asked last: an answer that comes late must not take its place. */
let asked: object | null = null

/** Asks what may be evidence in the open source; nothing waits for the answer. */
export async function askForSuggestions({ id }: Source): Promise<void> {
  const question = {}
  asked = question
  if (foundIn.value?.source !== id) {
    foundIn.value = null
    currentKey.value = null
    lastDecision = null
  }
  const result = await request('source.suggest', { id })
  if (asked !== question) return
  if (result.ok) keepFound(id, result.value, true)
  else tell('problem', result.problem.message)
}

/** Takes what was found in the opening of a long text; never over what was found in the whole of it. */
export function openingFound(found: { source: string; suggestions: RequestOutput<'source.suggest'> }): void {
  const { source, suggestions } = found
  if (openSource.value?.id === source && foundIn.value?.source !== source)
    keepFound(source, suggestions, false)
}

/** Goes to the next suggestion, or to the one before. */
export function walkSuggestions(step: 1 | -1): void {
  const waiting = listed.value
  // The first step goes to where one seems to be already, and brings it into sight.
  const at = current.value ? waiting.indexOf(current.value) + (currentKey.value === null ? 0 : step) : 0
  const next = waiting[Math.max(0, Math.min(at, waiting.length - 1))]
  if (next) goTo(next)
}

export function goTo(suggestion: Suggestion): void {
  currentKey.value = keyOf(suggestion)
  revealed.value = { suggestion }
}

/** Goes to the suggestion that stands at an offset of the text; false where none does. */
export function goToPlace(offset: number): boolean {
  const here = pending.value.filter(({ found }) => found.start <= offset && offset < found.end)
  // Of several, the narrowest: the figure in a quote.
  const narrowest = here.sort(
    (one, other) => one.found.end - one.found.start - (other.found.end - other.found.start),
  )[0]
  if (narrowest) goTo(narrowest)
  return narrowest !== undefined
}

/** What was decided last, to be taken back. */
let lastDecision: { source: string; undo: () => Promise<void> } | null = null

/** Makes evidence of the current suggestion; of an event whose day nobody can tell, opens the form. */
export async function acceptCurrent(): Promise<void> {
  const suggestion = current.value
  if (!suggestion || isReadOnly.value) return
  if (suggestion.kind === 'event' && suggestion.found.when === null) return changeCurrent()
  await accept([suggestion])
}

/** Makes evidence of all that is listed of a kind, or of every kind. */
export async function acceptAll(kind: SuggestionKind | null): Promise<void> {
  const chosen = pending.value.filter(each => kind === null || each.kind === kind)
  if (chosen.length === 0 || isReadOnly.value) return
  const made = await accept(chosen)
  if (!made) return
  const { quotes, figures, events } = made
  const left = chosen.length - quotes.length - figures.length - events.length
  tell(
    'info',
    texts.made(quotes.length, figures.length, events.length),
    left > 0 ? [texts.leftUndated(left)] : [],
    { label: strings.actions.undo, onPress: () => void takeBackLast() },
  )
}

async function accept(chosen: readonly Suggestion[]): Promise<RequestOutput<'evidence.make'> | null> {
  const source = openSource.value
  const [first] = chosen
  if (!source || !first) return null
  await particularsAreSaved()
  const result = await request('evidence.make', { source: source.id, of: chosen.map(placeOf) })
  if (!result.ok) {
    tell('problem', result.problem.message)
    return null
  }
  let shown = lists.value
  for (const collection of ['quotes', 'figures', 'events'] as const)
    for (const record of result.value[collection].toReversed()) shown = withRecord(shown, collection, record)
  lists.value = shown
  const ids = [...result.value.quotes, ...result.value.figures, ...result.value.events].map(({ id }) => id)
  lastDecision = {
    source: source.id,
    undo: async () => {
      for (const id of ids) {
        const gone = await request('record.delete', { id, evenIfUsed: true })
        if (!gone.ok) return tell('problem', gone.problem.message)
        lists.value = withoutRecord(lists.value, id)
      }
      goTo(first)
    },
  }
  goOn(first)
  return result.value
}

/** Opens the current suggestion as a form, to be changed before it is saved. */
export function changeCurrent(): void {
  const suggestion = current.value
  const source = openSource.value
  if (!suggestion || !source || isReadOnly.value) return
  const { start, end } = suggestion.found
  startEvidence(suggestion.kind, source, { start, end, words: wordsBetween(source, start, end) })
}

/** Remembers that the current suggestion is not wanted in this source. */
export async function refuseCurrent(): Promise<void> {
  const suggestion = current.value
  const source = openSource.value?.id
  if (!suggestion || !source || isReadOnly.value) return
  const suggestions = [placeOf(suggestion)]
  if (!(await keepRefused(source, request('suggestion.refuse', { source, suggestions })))) return
  lastDecision = {
    source,
    undo: async () => {
      if (await keepRefused(source, request('suggestion.restore', { source, suggestions }))) goTo(suggestion)
    },
  }
  goOn(suggestion)
}

/** Proposes everything again that was refused in the open source. */
export async function bringBackRefused(): Promise<void> {
  const source = openSource.value?.id
  if (!source) return
  await keepRefused(source, request('suggestion.restore', { source, suggestions: null }))
}

/** Takes over what is refused in a source by now; false where that was not saved. */
async function keepRefused(id: string, asked: Promise<Result<Source>>): Promise<boolean> {
  const result = await asked
  const source = openSource.value
  if (!result.ok) tell('problem', result.problem.message)
  else if (source?.id === id) openSource.value = { ...source, refused: result.value.refused }
  return result.ok
}

/** Takes back what was decided last in the open source. */
export async function takeBackLast(): Promise<void> {
  const decision = lastDecision
  if (!decision || decision.source !== openSource.value?.id || isReadOnly.value) return
  lastDecision = null
  await decision.undo()
}

export function togglePanel(isShown: boolean): void {
  isPanelChosen.value = isShown
}

/** Goes on with what comes after a suggestion that was decided on. */
function goOn(decided: Suggestion): void {
  currentKey.value = keyOf(decided)
  if (current.value) goTo(current.value)
}

function placeOf({ kind, found: { start, end } }: Suggestion) {
  return { kind, start, end }
}
