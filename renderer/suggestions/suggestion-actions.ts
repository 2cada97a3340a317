// Asking for suggestions, walking through them, and deciding on each: accept, change, refuse, take back.
import type { Suggestion, SuggestionKind } from '../../shared/extract/pending.ts'
import { wordsBetween } from '../../shared/markdown/words-as-read.ts'
import type { Source } from '../../shared/model/records.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import type { Result } from '../../shared/result.ts'
import { request } from '../bridge/bridge.ts'
import { startEvidence } from '../evidence/evidence-actions.ts'
import { particularsAreSaved } from '../sources/source-actions.ts'
import { isReadOnly, lists, openSource, question } from '../state/desk.ts'
import { withMany, withoutRecords } from '../state/lists.ts'
import { dismissNotice, showNotice, tell } from '../state/notices.ts'
import {
  acceptable,
  current,
  currentKey,
  foundIn,
  isDeciding,
  isPanelChosen,
  isPanelShown,
  isUndated,
  keepFound,
  keyOf,
  listed,
  pending,
  revealed,
  shownKind,
} from '../state/suggestions.ts'
import { strings } from '../ui/strings.ts'

const texts = strings.suggestions

/** The question asked last: an answer that comes late must not take its place. */
let asked: Source | null = null

/** Asks what may be evidence in the open source; nothing waits for the answer. */
export async function askForSuggestions(source: Source): Promise<void> {
  const { id, text } = source
  if (foundIn.value?.source !== id) {
    foundIn.value = null
    currentKey.value = null
  }
  // What was decided is known by its places in the text.
  if (asked?.id !== id || asked.text !== text) decisions = []
  asked = source
  const result = await request('source.suggest', { id })
  if (asked !== source) return
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
  const at = current.value ? waiting.indexOf(current.value) : 0
  // The first step opens the panel where it is closed, and shows where one is.
  const next = isPanelShown.value ? at + step : at
  if (!isPanelShown.value) isPanelChosen.value = true
  const suggestion = waiting[Math.max(0, Math.min(next, waiting.length - 1))]
  if (suggestion) goTo(suggestion)
}

export function goTo(suggestion: Suggestion): void {
  currentKey.value = keyOf(suggestion)
  revealed.value = { suggestion }
}

/** Goes to the suggestion that stands at an offset of the text, if one does. */
export function goToPlace(offset: number): void {
  const here = pending.value.filter(({ found }) => found.start <= offset && offset < found.end)
  // Of several, the narrowest: the figure in a quote.
  const narrowest = here.sort(
    (one, other) => one.found.end - one.found.start - (other.found.end - other.found.start),
  )[0]
  if (narrowest) goTo(narrowest)
}

/** What was decided in the open source, the last at the end, to be taken back. */
type Decision = { undo: () => Promise<boolean>; notice?: number }
let decisions: Decision[] = []

/** Makes evidence of the current suggestion; of an event whose day nobody can tell, opens the form. */
export async function acceptCurrent(): Promise<void> {
  const suggestion = current.value
  if (!suggestion || isReadOnly.value) return
  if (isUndated(suggestion)) return changeCurrent()
  await accept([suggestion])
}

/** More than these are not accepted by one key without being asked. */
const manyAtOnce = 200

/** Makes evidence of the sure ones of a kind, or of every kind; where none is sure, of the rest. */
export function acceptAll(kind: SuggestionKind | null): void {
  const chosen = acceptable(kind)
  if (chosen.length === 0 || isReadOnly.value || isDeciding.value) return
  if (chosen.length <= manyAtOnce) return void acceptMany(chosen)
  question.value = {
    title: texts.manyTitle(chosen.length),
    text: texts.manyText,
    yes: texts.accept,
    no: strings.actions.cancel,
    onYes: () => void acceptMany(chosen),
  }
}

async function acceptMany(chosen: readonly Suggestion[]): Promise<void> {
  const accepted = await accept(chosen)
  if (!accepted) return
  const { made, decision } = accepted
  const left = pending.value.filter(({ kind }) => shownKind.value === null || kind === shownKind.value)
  const undated = left.filter(isUndated).length
  const unsure = left.length - undated
  const lines = [
    ...(undated > 0 ? [texts.leftUndated(undated)] : []),
    ...(unsure > 0 ? [texts.leftUnsure(unsure)] : []),
  ]
  decision.notice = showNotice(
    'info',
    texts.made(made.quotes.length, made.figures.length, made.events.length),
    lines,
    { label: strings.actions.undo, onPress: () => void takeBack(decision) },
  )
}

async function accept(
  chosen: readonly Suggestion[],
): Promise<{ made: RequestOutput<'evidence.make'>; decision: Decision } | null> {
  const source = openSource.value?.id
  const [first] = chosen
  if (!source || !first) return null
  isDeciding.value = true
  await particularsAreSaved()
  const result = await request('evidence.make', { source, of: chosen.map(placeOf) })
  isDeciding.value = false
  if (!result.ok) {
    tell('problem', result.problem.message)
    return null
  }
  const made = result.value
  lists.value = withMany(lists.value, made)
  const ids = [...made.quotes, ...made.figures, ...made.events].map(({ id }) => id)
  const undo = async () => {
    isDeciding.value = true
    const gone = await request('evidence.delete', { ids, evenIfUsed: true })
    isDeciding.value = false
    if (!gone.ok) tell('problem', gone.problem.message)
    else lists.value = withoutRecords(lists.value, new Set(ids))
    if (gone.ok && openSource.value?.id === source) goTo(first)
    return gone.ok
  }
  const decision: Decision = { undo }
  if (ids.length > 0) decided(source, first, decision)
  return { made, decision }
}

/** Remembers a decision and goes on with what comes after it, unless another source was opened meanwhile. */
function decided(source: string, suggestion: Suggestion, decision: Decision): void {
  if (openSource.value?.id !== source) return
  decisions.push(decision)
  currentKey.value = keyOf(suggestion)
  if (current.value) goTo(current.value)
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
  const suggestions = [{ ...placeOf(suggestion), text: suggestion.found.text }]
  if (!(await keepRefused(source, request('suggestion.refuse', { source, suggestions })))) return
  const undo = async () => {
    const isRestored = await keepRefused(source, request('suggestion.restore', { source, suggestions }))
    if (isRestored) goTo(suggestion)
    return isRestored
  }
  decided(source, suggestion, { undo })
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

/** Takes back what was decided last in the open source; pressed again, what was decided before that. */
export async function takeBackLast(): Promise<void> {
  const last = decisions.at(-1)
  if (last) await takeBack(last)
}

async function takeBack(decision: Decision): Promise<void> {
  if (isReadOnly.value || isDeciding.value || !(await decision.undo())) return
  decisions = decisions.filter(each => each !== decision)
  if (decision.notice !== undefined) dismissNotice(decision.notice)
}

function placeOf({ kind, found: { start, end } }: Suggestion) {
  return { kind, start, end }
}
