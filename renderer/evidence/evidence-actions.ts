// Making, opening, changing and removing evidence.
import type { findEvidence as FindSuggestions } from '../../shared/extract/find-evidence.ts'
import type { Suggestions } from '../../shared/extract/suggestions.ts'
import type { Source } from '../../shared/model/records.ts'
import { request } from '../bridge/bridge.ts'
import { evidenceErrors, evidenceForm, lists, openSource, question, room, shownPlace } from '../state/desk.ts'
import {
  type EvidenceForm,
  type EvidenceSave,
  evidenceFormOf,
  isChanged,
  newEvidenceForm,
  saveOf,
} from '../state/evidence-form.ts'
import type { EvidenceField } from '../state/evidence-values.ts'
import { deleteRecord } from '../state/library-actions.ts'
import {
  collectionOf,
  type EvidenceItem,
  type EvidenceKind,
  findEvidence,
  withRecord,
} from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { nameOf } from './evidence-words.ts'
import { saveSpeaker } from './save-speaker.ts'

/** What reads a text for evidence: large, and loaded once the window is there, so that no start waits for it. */
let findSuggestions: typeof FindSuggestions | null = null

export async function loadFinder(): Promise<void> {
  findSuggestions = (await import('../../shared/extract/find-evidence.ts')).findEvidence
}

/** Opens a form for new evidence at a place in a source, filled with what can be told from the text. */
export function startEvidence(
  kind: EvidenceKind,
  source: Source,
  range: { start: number; end: number; words: string },
): void {
  if (findSuggestions === null) return void loadFinder().then(() => startEvidence(kind, source, range))
  const find = findSuggestions
  leaveForm(() => {
    const suggestions = suggestionsNear(source, range, find)
    const place = { source: source.id, start: range.start, end: range.end }
    show(newEvidenceForm(kind, { place, words: range.words, referenceDate: source.publishedOn, suggestions }))
  })
}

/** How much text around the selected words is read: enough to name a speaker, and read in the blink of an eye. */
const nearby = 20_000

function suggestionsNear(
  { text, publishedOn }: Source,
  { start, end }: { start: number; end: number },
  find: typeof FindSuggestions,
): Suggestions {
  const from = Math.max(0, start - nearby)
  const found = find(text.slice(from, end + nearby), publishedOn)
  const shifted = <T extends { start: number; end: number }>(span: T): T => {
    return { ...span, start: span.start + from, end: span.end + from }
  }
  return {
    quotes: found.quotes.map(shifted),
    figures: found.figures.map(shifted),
    events: found.events.map(event => ({ ...shifted(event), sentence: shifted(event.sentence) })),
    people: found.people.map(shifted),
  }
}

/** Opens a form for new evidence that has no source yet. */
export function startLooseEvidence(kind: EvidenceKind): void {
  leaveForm(() => show(newEvidenceForm(kind, null)))
}

/** Opens evidence in the inspector of the room one is in. */
export function openEvidence(id: string): void {
  if (evidenceForm.value?.id === id) return
  const item = findEvidence(lists.value, id)
  if (!item) return
  leaveForm(() => {
    const source = lists.value.sources.find(({ id }) => id === item.record.anchor?.source)
    show(evidenceFormOf(item, source?.publishedOn ?? null))
  })
}

/** Opens evidence at its place in its source; evidence without one is only opened. */
export async function showInSource(id: string): Promise<void> {
  openEvidence(id)
  const sourceId = findEvidence(lists.value, id)?.record.anchor?.source
  if (!sourceId || evidenceForm.value?.id !== id) return
  if (openSource.value?.id !== sourceId) {
    const result = await request('record.get', { id: sourceId })
    if (!result.ok) {
      tell('problem', result.problem.message)
      return
    }
    if (result.value.collection === 'sources') openSource.value = result.value.record
  }
  room.value = 'sources'
  shownPlace.value = { id }
}

export function editForm(field: EvidenceField, value: string): void {
  const form = evidenceForm.value
  if (!form) return
  evidenceForm.value = { ...form, values: { ...form.values, [field]: value } }
  if (evidenceErrors.value[field]) {
    const { [field]: _, ...others } = evidenceErrors.value
    evidenceErrors.value = others
  }
}

/** Several fields at once. */
export function editFormFields(values: Partial<EvidenceForm['values']>): void {
  const form = evidenceForm.value
  if (form) evidenceForm.value = { ...form, values: { ...form.values, ...values } }
}

/** The form on its way to the library: a second press of Save must not make a second piece of evidence. */
let formBeingSaved: EvidenceForm | null = null

/** Saves the form, and gives what it made. Where something must be mended first, says what, and every word stays. */
export async function saveForm(): Promise<EvidenceItem | null> {
  const form = evidenceForm.value
  if (!form || form === formBeingSaved) return null
  const read = saveOf(form)
  if ('errors' in read) {
    evidenceErrors.value = read.errors
    return null
  }
  formBeingSaved = form
  const settled = await saveSpeaker(form)
  const save = settled && saveOf(settled)
  const item = save && 'save' in save ? await send(save.save) : null
  formBeingSaved = null
  if (!item) return null
  lists.value = withRecord(lists.value, collectionOf[item.kind], item.record)
  // Another form may have been opened in the meantime, and stays; so do words that were typed since.
  const open = evidenceForm.value
  if (open === form || (open && open.id !== null && open.id === form.id && !isChanged(open))) closeForm()
  return item
}

/** Closes the form, asking first where that would lose words; `next` runs once it is closed. */
export function leaveForm(next: () => void = () => {}): void {
  const form = evidenceForm.value
  if (!form || !isChanged(form)) {
    closeForm()
    next()
    return
  }
  question.value = {
    title: strings.evidence.discardTitle,
    text: strings.evidence.discardText,
    yes: strings.actions.discard,
    no: strings.actions.keepEditing,
    onYes: () => {
      closeForm()
      next()
    },
  }
}

/** Whether the open form is of such evidence and has words that are not saved. */
export function hasUnsavedForm(ids: ReadonlySet<string>): boolean {
  const form = evidenceForm.value
  return form?.id != null && ids.has(form.id) && isChanged(form)
}

export async function deleteEvidence(item: EvidenceItem): Promise<void> {
  const { id } = item.record
  if (hasUnsavedForm(new Set([id]))) return leaveForm(() => void deleteEvidence(item))
  await deleteRecord({ id, title: nameOf(item) }, () => closeFormOf(new Set([id])))
}

/** Closes the form of evidence that is gone. */
export function closeFormOf(ids: ReadonlySet<string>): void {
  const id = evidenceForm.value?.id
  if (id != null && ids.has(id)) closeForm()
}

function show(form: EvidenceForm): void {
  evidenceErrors.value = {}
  evidenceForm.value = form
}

function closeForm(): void {
  evidenceForm.value = null
  evidenceErrors.value = {}
}

async function send(save: EvidenceSave): Promise<EvidenceItem | null> {
  const result = await request(save.name, save.input)
  if (!result.ok) {
    tell('problem', result.problem.message)
    return null
  }
  const kind = save.name.slice(0, save.name.indexOf('.')) as EvidenceKind
  return { kind, record: result.value } as EvidenceItem
}
