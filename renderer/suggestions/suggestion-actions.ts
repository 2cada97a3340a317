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
    decisions = []
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

/** What was decided in a source, the last at the end, to be taken back; each with what was said of it. */
type Decision = { undo: () => Promise<boolean>; notice?: number }
let decisions: Decision[] = []

/** Makes evidence of the current suggestion; of an event whose day nobody can tell, opens the form. */
export async function acceptCurrent(): Promise<void> {
  const suggestion = current.value
  if (!suggestion || isReadOnly.value) return
  if (suggestion.kind === 'event' && suggestion.found.when === null) return changeCurrent()
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
  const made = await accept(chosen)
  if (!made) return
  const { quotes, figures, events } = made
  const undated = chosen.length - quotes.length - figures.length - events.length
  const unsure = pending.value.length - undated
  const lines = [
    ...(undated > 0 ? [texts.leftUndated(undated)] : []),
    ...(unsure > 0 ? [texts.leftUnsure(unsure)] : []),
  ]
  const decision = decisions.at(-1)
  const notice = showNotice('info', texts.made(quotes.length, figures.length, events.length), lines, {
    label: strings.actions.undo,
    onPress: () => void takeBackLast(),
  })
  if (decision) decision.notice = notice
}

async function accept(chosen: readonly Suggestion[]): Promise<RequestOutput<'evidence.make'> | null> {
  const source = openSource.value
  const [first] = chosen
  if (!source || !first) return null
  isDeciding.value = true
  await particularsAreSaved()
  const result = await request('evidence.make', { source: source.id, of: chosen.map(placeOf) })
  isDeciding.value = false
  if (!result.ok) {
    tell('problem', result.problem.message)
    return null
  }
  const { quotes, figures, events } = result.value
  lists.value = withMany(lists.value, result.value)
  const ids = [...quotes, ...figures, ...events].map(({ id }) => id)
  if (ids.length > 0)
    decisions.push({
      undo: async () => {
        isDeciding.value = true
        const gone = await request('evidence.unmake', { ids })
        isDeciding.value = false
        if (!gone.ok) {
          tell('problem', gone.problem.message)
          return false
        }
        lists.value = withoutRecords(lists.value, new Set(ids))
        goTo(first)
        return true
      },
    })
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
  const suggestions = [{ ...placeOf(suggestion), text: suggestion.found.text }]
  if (!(await keepRefused(source, request('suggestion.refuse', { source, suggestions })))) return
  decisions.push({
    undo: async () => {
      const isRestored = await keepRefused(source, request('suggestion.restore', { source, suggestions }))
      if (isRestored) goTo(suggestion)
      return isRestored
    },
  })
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

/** Takes back what was decided last in the open source; pressed again, what was decided before that. */
export async function takeBackLast(): Promise<void> {
  if (isReadOnly.value || isDeciding.value) return
  const decision = decisions.pop()
  if (!decision) return
  if (!(await decision.undo())) decisions.push(decision)
  else if (decision.notice !== undefined) dismissNotice(decision.notice)
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
