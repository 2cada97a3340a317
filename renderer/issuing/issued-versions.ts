// The issued versions of a brief, newest first, and what is done with each.
import { signal } from '@preact/signals'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import { request } from '../bridge/bridge.ts'
import { openBrief, openDialog } from '../state/desk.ts'

export type IssuedVersion = RequestOutput<'issue.list'>['issues'][number]

/** `saved` says where the last PDF went. `problem` is a sentence. */
export type OpenIssued = {
  brief: { id: string; title: string }
  issues: readonly IssuedVersion[]
  isRead: boolean
  problem: string | null
  saved: { version: number; file: string } | null
  /** What else was done, in a sentence. */
  done: string | null
}

export const openIssued = signal<OpenIssued | null>(null)

/** Shows the issued versions of a brief, the open one where none is named. */
export async function showIssued(
  brief: { id: string; title: string } | null = openBrief.value,
  done: string | null = null,
): Promise<void> {
  if (!brief) return
  const { id, title } = brief
  const before = openIssued.value
  const issues = before?.brief.id === id ? before.issues : []
  const asked: OpenIssued = { brief: { id, title }, issues, isRead: false, problem: null, saved: null, done }
  openIssued.value = asked
  openDialog.value = 'issued'
  const result = await request('issue.list', { id })
  if (openIssued.value !== asked) return
  openIssued.value = result.ok
    ? { ...asked, isRead: true, issues: result.value.issues }
    : { ...asked, isRead: true, problem: result.problem.message }
}

/** Asks where to, and saves a copy of the frozen PDF. Gives where it went, and null where the person closed the dialog. */
export async function saveIssuedPdf(
  id: string,
  version: number,
): Promise<{ file: string } | { problem: string } | null> {
  const result = await request('issue.save', { id, version })
  return result.ok ? result.value : { problem: result.problem.message }
}

/** The same from the list, which says so. */
export async function savePdfOf(version: number): Promise<void> {
  const id = openIssued.value?.brief.id
  if (id === undefined) return
  const outcome = await saveIssuedPdf(id, version)
  const open = openIssued.value
  if (open?.brief.id !== id || outcome === null) return
  openIssued.value =
    'problem' in outcome
      ? { ...open, problem: outcome.problem, saved: null, done: null }
      : { ...open, problem: null, saved: { version, file: outcome.file }, done: null }
}
