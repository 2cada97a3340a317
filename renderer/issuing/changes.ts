// What changed between an issued version of a brief and a later one, or the brief as it is now.
import { signal } from '@preact/signals'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import { request } from '../bridge/bridge.ts'
import { whyNotSaved } from '../briefs/unsaved-words.ts'
import { openDialog } from '../state/desk.ts'
import { tell } from '../state/notices.ts'

export type BriefChanges = RequestOutput<'issue.compare'>

/** `to` is null for the brief as it is now. `shown` are the changes last read, `saved` where their PDF went. */
export type OpenChanges = {
  brief: { id: string; title: string }
  /** The versions there are, with their instants, newest first. */
  versions: readonly { version: number; at: string }[]
  from: number
  to: number | null
  shown: BriefChanges | null
  problem: string | null
  saved: string | null
}

export const openChanges = signal<OpenChanges | null>(null)

/** Shows what changed since a version was issued. What was typed is saved first, so that it counts. */
export async function showChanges(
  brief: { id: string; title: string },
  versions: OpenChanges['versions'],
  from: number,
): Promise<void> {
  const why = await whyNotSaved()
  if (why !== null) return tell('problem', why)
  const newestFirst = [...versions].sort((one, other) => other.version - one.version)
  openChanges.value = {
    brief: { id: brief.id, title: brief.title },
    versions: newestFirst.map(({ version, at }) => ({ version, at })),
    from,
    to: null,
    shown: null,
    problem: null,
    saved: null,
  }
  openDialog.value = 'changes'
  await compare(from, null)
}

/** Compares two states; a later one that is not later than the first gives way to the brief as it is now. */
export async function compare(from: number, to: number | null): Promise<void> {
  const open = openChanges.value
  if (!open) return
  const until = to !== null && to <= from ? null : to
  const asked: OpenChanges = { ...open, from, to: until, problem: null, saved: null }
  openChanges.value = asked
  const result = await request('issue.compare', { id: open.brief.id, from, to: until })
  // Another pair was chosen meanwhile.
  if (openChanges.value !== asked) return
  openChanges.value = result.ok
    ? { ...asked, shown: result.value }
    : { ...asked, shown: null, problem: result.problem.message }
}

/** Asks where to, and saves the changes that are shown as a PDF. */
export async function saveChanges(): Promise<void> {
  const open = openChanges.value
  if (!open) return
  const { brief, from, to } = open
  const result = await request('changes.export', { id: brief.id, from, to })
  const now = openChanges.value
  if (now?.from !== from || now.to !== to) return
  if (!result.ok) openChanges.value = { ...now, problem: result.problem.message, saved: null }
  else if (result.value !== null) openChanges.value = { ...now, problem: null, saved: result.value.file }
}
