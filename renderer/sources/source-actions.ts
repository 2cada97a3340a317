// Opening sources, saying more of them, and deleting them.

import type { RequestInput } from '../../shared/requests.ts'
import { summaryOfSource } from '../../shared/summaries.ts'
import { focusWorkIfLost } from '../app/focus-work.ts'
import { request } from '../bridge/bridge.ts'
import { leaveForm } from '../evidence/evidence-actions.ts'
import { onTheWay } from '../places/on-the-way.ts'
import { evidenceForm, lists, openSource } from '../state/desk.ts'
import { deleteRecord } from '../state/library-actions.ts'
import { withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { leaveTextEdit, textEdit } from './text-edit.ts'

/** The source asked for last: an answer that comes late must not take its place. */
let wanted: string | null = null

/** Opens a source in the reading view, unless a form with unsaved words holds the desk; `onOpened` runs once it is. */
export async function openSourceById(id: string, onOpened: () => void = () => {}): Promise<void> {
  wanted = id
  if (openSource.value?.id === id) return onOpened()
  leaveTextEdit(() => leaveForm(() => void onTheWay(() => readAndOpen(id, onOpened))))
}

async function readAndOpen(id: string, onOpened: () => void): Promise<void> {
  const result = await request('record.get', { id })
  if (!result.ok) tell('problem', result.problem.message)
  else if (result.value.collection === 'sources' && wanted === id) {
    openSource.value = result.value.record
    onOpened()
  }
}

/** Shows no source, unless one has changes that are not saved; `onClosed` runs once none is open. */
export function closeSource(onClosed: () => void): void {
  leaveTextEdit(() =>
    leaveForm(() => {
      openSource.value = null
      onClosed()
    }),
  )
}

/** The last save of a source's particulars. */
let savingSource: Promise<unknown> = Promise.resolve()

/** Settles once what was typed of a source last is saved, such as the date that relative dates are counted from. */
export async function particularsAreSaved(): Promise<void> {
  await savingSource
}

/**
 * Says something of the open source; gives back why it was refused, or null. `since` is the `updatedAt` of the state
 * that was seen when it was typed.
 */
export async function setSource(
  id: string,
  fields: RequestInput<'source.set'>['fields'],
  since: string,
): Promise<string | null> {
  const asked = request('source.set', { id, fields, since })
  savingSource = asked
  const result = await asked
  if (!result.ok) return result.problem.message
  lists.value = withRecord(lists.value, 'sources', summaryOfSource(result.value))
  if (openSource.value?.id === id) openSource.value = result.value
  const form = evidenceForm.value
  if (form?.place?.source === id) {
    // What "by June" means depends on the source's date, also in a form that is open already.
    evidenceForm.value = { ...form, referenceDate: result.value.publishedOn }
  }
  return null
}

export async function deleteSource(source: { id: string; title: string }): Promise<void> {
  await deleteRecord(source, () => {
    if (textEdit.value?.source === source.id) textEdit.value = null
    if (openSource.value?.id === source.id) openSource.value = null
    focusWorkIfLost()
  })
}
