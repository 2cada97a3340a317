// Giving a record another id, in the library and in what the window shows of it.
import { request } from '../bridge/bridge.ts'
import { saves } from '../briefs/brief-actions.ts'
import { publish } from '../history/history-actions.ts'
import { evidenceForm, lists, openBrief, openSource } from '../state/desk.ts'
import { readLists } from '../state/library-actions.ts'
import { findEvidence } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'

/** Renames a record; gives back why it was refused, or null. What is being typed in a brief is saved first. */
export async function renameRecord(id: string, to: string): Promise<string | null> {
  if (!(await saves.flush())) return strings.status.notSaved('')
  const result = await request('record.rename', { id, to })
  if (!result.ok) return result.problem.message
  await readLists()
  await showRenamed(id, to)
  tell('info', strings.recordId.renamed(id, to), [], {
    label: strings.actions.undo,
    onPress: () => void undo(to, id),
  })
  return null
}

async function undo(id: string, to: string): Promise<void> {
  if (!(await saves.flush())) return
  const result = await request('record.rename', { id, to })
  if (!result.ok) return tell('problem', result.problem.message)
  await readLists()
  await showRenamed(id, to)
}

async function showRenamed(id: string, to: string): Promise<void> {
  const form = evidenceForm.value
  const place = form?.place?.source === id ? { ...form.place, source: to } : form?.place
  if (form && place !== form.place) evidenceForm.value = { ...form, place: place ?? null }
  if (evidenceForm.value?.id === id) evidenceForm.value = { ...evidenceForm.value, id: to }
  const open = evidenceForm.value
  const item = open?.id ? findEvidence(lists.value, open.id) : null
  if (open && item) evidenceForm.value = { ...open, since: item.record.updatedAt }
  const source = openSource.value
  if (source?.id === id) openSource.value = { ...source, id: to }
  const brief = openBrief.value
  if (!brief) return
  const fresh = await request('record.get', { id: brief.id === id ? to : brief.id })
  if (!fresh.ok || fresh.value.collection !== 'briefs') return
  if (brief.id === id) openBrief.value = fresh.value.record
  publish(fresh.value)
}
