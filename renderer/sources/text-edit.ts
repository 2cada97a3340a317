// The text of a source while a person corrects it: saved when asked, never by itself.
import { signal } from '@preact/signals'
import type { Source } from '../../shared/model/records.ts'
import { focusWorkIfLost } from '../app/focus-work.ts'
import { lists, openSource, question } from '../state/desk.ts'
import { readLists } from '../state/library-actions.ts'
import { evidenceOfSource } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { anchoredEvidence } from './highlights.ts'

type TextEdit = {
  source: string
  /** The `updatedAt` of the state that was opened. */
  since: string
  opened: string
  text: string
  /** The offset (UTF-16 code units) of the words that one is at, in the text as it was opened. */
  at: number
}

export const textEdit = signal<TextEdit | null>(null)

export function isTextChanged(): boolean {
  const edit = textEdit.value
  return edit !== null && edit.text !== edit.opened
}

export function startTextEdit({ id, updatedAt, text }: Source): void {
  const view = document.querySelector<HTMLElement>('.reading-text')
  textEdit.value = { source: id, since: updatedAt, opened: text, text, at: view ? firstInSight(view) : 0 }
}

/** Where one goes on reading once the editor is closed; null where nothing was corrected. */
export const readOnFrom = signal<number | null>(null)

/** The offset of the first words of a reading view that are in sight. */
function firstInSight(view: HTMLElement): number {
  const top = view.closest('.reading-scroller')?.getBoundingClientRect().top ?? 0
  const first = [...view.children].find(block => block.getBoundingClientRect().bottom > top + 24)
  return Number(first?.querySelector('[data-start]')?.getAttribute('data-start') ?? 0)
}

/** Ends the correction, asking first where that would lose words; `next` runs once it has ended. */
export function leaveTextEdit(next: () => void = () => {}): void {
  const end = () => {
    readOnFrom.value = textEdit.value?.at ?? null
    textEdit.value = null
    next()
    focusWorkIfLost()
  }
  if (!isTextChanged()) {
    end()
    return
  }
  question.value = {
    title: strings.evidence.discardTitle,
    text: strings.sources.editDiscard,
    yes: strings.actions.discard,
    no: strings.actions.keepEditing,
    onYes: end,
  }
}

/** How a text is saved: gives back why it was refused, or null. */
type SaveText = (id: string, fields: { text: string }, since: string) => Promise<string | null>

/** Saves the corrected text, and says whether all evidence followed it. Where it is refused, every word stays. */
export async function saveTextEdit(save: SaveText): Promise<void> {
  const edit = textEdit.value
  if (!edit) return
  if (!isTextChanged()) return leaveTextEdit()
  if (edit.text.trim() === '') return tell('problem', strings.sources.editNeeded)
  const refusal = await save(edit.source, { text: edit.text }, edit.since)
  if (refusal !== null) return tell('problem', refusal)
  await readLists()
  const saved = openSource.value
  if (saved?.id !== edit.source) return
  // What was typed while it was being saved stays open.
  if (textEdit.value === edit) {
    readOnFrom.value = edit.at
    textEdit.value = null
    focusWorkIfLost()
  } else if (textEdit.value) textEdit.value = { ...textEdit.value, since: saved.updatedAt, opened: edit.text }
  const evidence = evidenceOfSource(lists.value, saved.id)
  const lost = evidence.length - anchoredEvidence(evidence, saved.text).length
  tell('info', lost === 0 ? strings.sources.edited : strings.sources.editedWithLost(lost))
}
