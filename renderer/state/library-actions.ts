// Reading the library, and what is done to records of any kind.

import type { LibraryLists } from '../../shared/answers.ts'
import type { Collection } from '../../shared/model/records.ts'
import { request } from '../bridge/bridge.ts'
import { strings } from '../ui/strings.ts'
import { areListsWhole, description, lists, question } from './desk.ts'
import { emptyLists, withAll, withoutRecord } from './lists.ts'
import { tell } from './notices.ts'
import { readTemplates, refreshTemplates } from './templates.ts'

/** As many briefs as the first look at the longest list takes. */
const firstBriefs = 100
/** As many records as cross to the window without its standing still. */
const pageSize = 250

/** Reads what the window shows first: the newest briefs. Gives the newest one's id. Of a locked library nothing is read. */
export async function readFirst(): Promise<{ newest: string | null; isLocked: boolean }> {
  const [described, listed, problem] = await Promise.all([
    request('library.describe', {}),
    request('library.page', { collection: 'briefs', after: null, limit: firstBriefs }),
    readTemplates(),
  ])
  if (!described.ok && described.problem.code === 'locked') return { newest: null, isLocked: true }
  if (described.ok) description.value = described.value
  if (problem !== null) tell('problem', problem)
  if (!listed.ok) {
    tell('problem', strings.library.notOpened(listed.problem.message))
    return { newest: null, isLocked: false }
  }
  const briefs = listed.value.records as LibraryLists['briefs']
  lists.value = { ...emptyLists, briefs }
  return { newest: briefs[0]?.id ?? null, isLocked: false }
}

/** Reads what a brief refers to, for the time until everything is read. */
export async function readLinked(id: string): Promise<void> {
  const linked = await request('brief.linked', { id })
  if (linked.ok) lists.value = { ...linked.value, briefs: lists.value.briefs }
}

/** Reads everything the lists need, in parts: a window must not stand still for a library of any size. */
export async function readLibrary(): Promise<void> {
  const [described] = await Promise.all([request('library.describe', {}), refreshTemplates()])
  if (described.ok) description.value = described.value
  const problem = await readKinds()
  if (problem === null) areListsWhole.value = true
  else tell('problem', strings.library.notOpened(problem))
}

/** Reads the records of every kind; gives why that could not be done. */
async function readKinds(): Promise<string | null> {
  for (const collection of ['briefs', 'sources', 'quotes', 'figures', 'events', 'people'] as const) {
    const problem = await readKind(collection)
    if (problem !== null) return problem
  }
  return null
}

/** Reads all records of one kind; gives why that could not be done. What the window has changed meanwhile is newer. */
async function readKind<C extends Collection>(collection: C): Promise<string | null> {
  const since = new Date().toISOString()
  const read: LibraryLists[C][number][] = []
  for (;;) {
    const last = read.at(-1)
    const after = last ? { updatedAt: last.updatedAt, id: last.id } : null
    const page = await request('library.page', { collection, after, limit: pageSize })
    if (!page.ok) return page.problem.message
    read.push(...(page.value.records as LibraryLists[C]))
    if (page.value.records.length < pageSize) break
  }
  lists.value = withAll(lists.value, collection, read, since)
  return null
}

/** Reads the lists again, after something in main made records of its own accord. */
export async function readLists(): Promise<void> {
  const problem = await readKinds()
  if (problem !== null) tell('problem', problem)
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
    const uses = await usesOf(record.id)
    question.value = {
      title: strings.library.inUseTitle(record.title),
      text: uses.length === 0 ? result.problem.message : strings.backlinks.deleteText,
      lines: uses,
      yes: strings.library.deleteEvenIfUsed,
      no: strings.actions.cancel,
      onYes: () => void deleteRecord(record, onDeleted, true),
    }
  } else {
    tell('problem', result.problem.message)
  }
}

/** What a deletion would leave without it, a line each. */
async function usesOf(id: string): Promise<string[]> {
  const result = await request('backlinks.list', { id })
  if (!result.ok) return []
  const { briefs, evidence } = result.value
  return [
    ...briefs
      .filter(({ through }) => through === null)
      .map(({ title, line, sentence }) => `${title}, ${strings.backlinks.line(line)}: ${sentence}`),
    ...evidence.map(({ words }) => strings.backlinks.anchored(words)),
  ]
}
