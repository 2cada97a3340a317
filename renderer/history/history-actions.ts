// Earlier versions of the record that the history dialog shows.
import { signal } from '@preact/signals'
import type { FoundRecord } from '../../shared/model/records.ts'
import { summaryOfBrief, summaryOfSource } from '../../shared/summaries.ts'
import { request } from '../bridge/bridge.ts'
import { changeFrom, saves } from '../briefs/brief-actions.ts'
import { shownText } from '../editor/text-to-show.ts'
import { closeDialog, evidenceForm, lists, openBrief, openDialog, openSource } from '../state/desk.ts'
import { formOver } from '../state/evidence-form.ts'
import { readLists } from '../state/library-actions.ts'
import { findEvidence, withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'

export type OpenHistory = {
  now: FoundRecord
  /** Instants, newest first. */
  versions: readonly string[]
  /** The version that is compared with what there is now. */
  shown: FoundRecord | null
  shownAt: string | null
}

export const openHistory = signal<OpenHistory | null>(null)

/** Opens the history of a record; what is being typed in it is saved first. */
export async function showHistory(id: string): Promise<void> {
  if (!(await saves.flush())) return
  const [now, listed] = await Promise.all([request('record.get', { id }), request('version.list', { id })])
  if (!now.ok) return tell('problem', now.problem.message)
  if (!listed.ok) return tell('problem', listed.problem.message)
  const { versions } = listed.value
  openHistory.value = { now: now.value, versions, shown: null, shownAt: null }
  openDialog.value = 'history'
  if (versions[0]) await showVersion(versions[0])
}

export async function showVersion(at: string): Promise<void> {
  const history = openHistory.value
  if (!history) return
  openHistory.value = { ...history, shownAt: at }
  const result = await request('version.get', { id: history.now.record.id, at })
  if (!result.ok) tell('problem', result.problem.message)
  else if (openHistory.value?.shownAt === at)
    openHistory.value = { ...openHistory.value, shown: result.value }
}

/** Makes the record what it was, on screen too. What it was until now becomes a version itself. */
export async function restoreVersion(): Promise<void> {
  const history = openHistory.value
  if (!history?.shownAt) return
  const result = await request('version.restore', { id: history.now.record.id, at: history.shownAt })
  if (!result.ok) return tell('problem', result.problem.message)
  publish(result.value)
  // The evidence in a source has followed its text back.
  if (result.value.collection === 'sources') await readLists()
  closeDialog()
  tell('info', strings.history.restored)
}

/**
 * Shows a record that changed without the window's doing: in its list, and where it is open. Tells whether what is being
 * typed in an open form says something else in the same field.
 */
export function publish({ collection, record }: FoundRecord): { isConflict: boolean } {
  if (collection === 'briefs') {
    lists.value = withRecord(lists.value, 'briefs', summaryOfBrief(record))
    if (openBrief.value?.id === record.id) {
      changeFrom(record)
      openBrief.value = record
      shownText.value = { brief: record.id, text: record.body }
    }
  } else if (collection === 'sources') {
    lists.value = withRecord(lists.value, 'sources', summaryOfSource(record))
    if (openSource.value?.id === record.id) openSource.value = record
  } else {
    lists.value = withRecord(lists.value, collection, record)
    return showInForm(record.id)
  }
  return { isConflict: false }
}

/** Brings an open form together with what its record became: what is being typed in it stays. */
export function showInForm(id: string): { isConflict: boolean } {
  const form = evidenceForm.value
  const item = form?.id === id ? findEvidence(lists.value, id) : null
  if (!form || !item || form.since === item.record.updatedAt) return { isConflict: false }
  const { form: fresh, isConflict } = formOver(form, item)
  evidenceForm.value = fresh
  return { isConflict }
}
