// The text of a source while a person corrects it: saved when asked, never by itself.
import { signal } from '@preact/signals'
import type { Source } from '../../shared/model/records.ts'
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
}

export const textEdit = signal<TextEdit | null>(null)

export function isTextChanged(): boolean {
  const edit = textEdit.value
  return edit !== null && edit.text !== edit.opened
}

export function startTextEdit({ id, updatedAt, text }: Source): void {
  textEdit.value = { source: id, since: updatedAt, opened: text, text }
}

/** Ends the correction, asking first where that would lose words; `next` runs once it has ended. */
export function leaveTextEdit(next: () => void = () => {}): void {
  const end = () => {
    textEdit.value = null
    next()
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
  if (textEdit.value === edit) textEdit.value = null
  else if (textEdit.value) textEdit.value = { ...textEdit.value, since: saved.updatedAt, opened: edit.text }
  const evidence = evidenceOfSource(lists.value, saved.id)
  const lost = evidence.length - anchoredEvidence(evidence, saved.text).length
  tell('info', lost === 0 ? strings.sources.edited : strings.sources.editedWithLost(lost))
}
