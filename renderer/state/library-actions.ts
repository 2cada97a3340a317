// Reading the library, and what is done to records of any kind.
import { request } from '../bridge/bridge.ts'
import { strings } from '../ui/strings.ts'
import { areListsWhole, description, lists, question, templates } from './desk.ts'
import { emptyLists, withoutRecord } from './lists.ts'
import { tell } from './notices.ts'

/**
 * Reads what the window shows first: the briefs, and what the newest of them refers to. Gives the newest one's id. Of a
 * locked library nothing is read.
 */
export async function readFirst(): Promise<{ newest: string | null; isLocked: boolean }> {
  const [described, listed, found] = await Promise.all([
    request('library.describe', {}),
    request('brief.list', {}),
    request('template.list', {}),
  ])
  if (!described.ok && described.problem.code === 'locked') return { newest: null, isLocked: true }
  if (described.ok) description.value = described.value
  if (found.ok) templates.value = found.value.templates
  else tell('problem', found.problem.message)
  if (!listed.ok) {
    tell('problem', strings.library.notOpened(listed.problem.message))
    return { newest: null, isLocked: false }
  }
  const { briefs } = listed.value
  const newest = briefs[0]?.id ?? null
  const linked = newest === null ? null : await request('brief.linked', { id: newest })
  lists.value = { ...emptyLists, ...(linked?.ok ? linked.value : {}), briefs }
  return { newest, isLocked: false }
}

/** Reads everything the lists need. */
export async function readLibrary(): Promise<void> {
  const [described, listed, found] = await Promise.all([
    request('library.describe', {}),
    request('library.list', {}),
    request('template.list', {}),
  ])
  if (described.ok) description.value = described.value
  if (listed.ok) {
    lists.value = listed.value
    areListsWhole.value = true
  } else tell('problem', strings.library.notOpened(listed.problem.message))
  if (found.ok) templates.value = found.value.templates
  else tell('problem', found.problem.message)
}

/** Reads the lists again, after something in main made records of its own accord. */
export async function readLists(): Promise<void> {
  const listed = await request('library.list', {})
  if (listed.ok) lists.value = listed.value
  else tell('problem', listed.problem.message)
}

/** Takes a record back from the trash; false where that was refused. */
export async function restoreRecord(id: string): Promise<boolean> {
  const result = await request('trash.restore', { id })
  if (!result.ok) {
    tell('problem', result.problem.message)
    return false
  }
  await readLists()
  return true
}

/** Moves a record to the trash; asks first only where it is in use. `onDeleted` runs once it is gone. */
export async function deleteRecord(
  record: { id: string; title: string },
  onDeleted: () => void,
  evenIfUsed = false,
): Promise<void> {
  const result = await request('record.delete', { id: record.id, evenIfUsed })
  if (result.ok) {
    lists.value = withoutRecord(lists.value, record.id)
    tell('info', strings.library.movedToTrash(record.title), [], {
      label: strings.actions.undo,
      onPress: () => void restoreRecord(record.id),
    })
    onDeleted()
  } else if (result.problem.code === 'in-use' && !evenIfUsed) {
    question.value = {
      title: strings.library.inUseTitle(record.title),
      text: result.problem.message,
      yes: strings.library.deleteEvenIfUsed,
      no: strings.actions.cancel,
      onYes: () => void deleteRecord(record, onDeleted, true),
    }
  } else {
    tell('problem', result.problem.message)
  }
}
