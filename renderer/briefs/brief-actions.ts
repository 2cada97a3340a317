// Opening, writing, making and removing briefs.
import { mergeRecords } from '../../shared/model/merge-records.ts'
import type { Brief } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { summaryOfBrief } from '../../shared/summaries.ts'
import { focusWorkIfLost } from '../app/focus-work.ts'
import { request } from '../bridge/bridge.ts'
import { shownText } from '../editor/text-to-show.ts'
import { onTheWay } from '../places/on-the-way.ts'
import { lists, openBrief, room, saveState } from '../state/desk.ts'
import { deleteRecord } from '../state/library-actions.ts'
import { withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { pauseFor } from '../state/pause-for.ts'
import { createSaveQueue } from '../state/save-queue.ts'
import { strings } from '../ui/strings.ts'

type BriefFields = RequestInput<'brief.set'>['fields']

/** A draft is kept much sooner than a save is made: it is what a crash would otherwise take. */
const waits = ({ body }: BriefFields) => ({
  pause: pauseFor(body, 400),
  most: pauseFor(body, 3000),
  draft: pauseFor(body, 100),
})

/** The brief asked for last: an answer that comes late must not take its place. */
let wanted: string | null = null

/** The saves of the brief that is being written. */
export const saves = createSaveQueue<BriefFields>({
  waits,
  onState: state => {
    // Of typing each key would be a change.
    if (state.is !== 'saving' || saveState.peek().is !== 'saving') saveState.value = state
  },
  keepDraft: (id, fields) => void request('draft.keep', { id, fields }),
  save: async (id, fields) => {
    const keepsVersion = overTheirs.has(id)
    const result = await request('brief.set', { id, fields, ...sinceOf(id), keepsVersion })
    if (result.ok) {
      if (keepsVersion) overTheirs.delete(id)
      const sent = { ...(known.get(id) ?? result.value), ...defined(fields) }
      known.set(id, result.value)
      showMerged(sent, result.value)
      lists.value = withRecord(lists.value, 'briefs', summaryOfBrief(result.value))
    }
    return result
  },
})

/** Briefs whose next save goes over another program's words, which are to be kept as a version. */
const overTheirs = new Set<string>()

/** The state of each brief that is or was open, as it was last known to be saved. */
const known = new Map<string, Brief>()

function sinceOf(id: string): { since?: string } {
  const since = known.get(id)?.updatedAt
  return since === undefined ? {} : { since }
}

/** Takes a brief for the state that is changed from here on. */
export function changeFrom(brief: Brief): void {
  known.set(brief.id, brief)
}

/** Shows what another program changed in what was just saved, together with what was typed since, which is saved next. */
function showMerged(sent: Brief, saved: Brief): void {
  const open = openBrief.value
  if (open?.id !== saved.id || isSame(sent, saved)) return
  const { record, isConflict } = mergeRecords(sent, open, saved)
  openBrief.value = record
  if (isConflict) {
    overTheirs.add(record.id)
    tell('problem', strings.library.keptAsVersion(record.title))
  }
  // What waits was typed without knowing of theirs, and would go over it.
  saves.amend(record.id, record)
  if (record.body !== open.body) shownText.value = { brief: saved.id, text: record.body }
}

function isSame(one: Brief, other: Brief): boolean {
  const { updatedAt, ...fields } = { ...one, ...other }
  return (Object.keys(fields) as (keyof typeof fields)[]).every(
    // A text of a megabyte is compared as it is.
    field => one[field] === other[field] || JSON.stringify(one[field]) === JSON.stringify(other[field]),
  )
}

/** The fields that were said. */
function defined(fields: BriefFields): Partial<Brief> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** Changes the open brief on screen at once, and on disk soon after. */
export function editBrief(fields: Partial<Pick<Brief, keyof BriefFields & keyof Brief>>): void {
  const brief = openBrief.value
  if (!brief) return
  openBrief.value = { ...brief, ...fields }
  saves.change(brief.id, fields)
}

/** Opens a brief in the editor. What was typed in the one before is saved first; if that fails, the one before stays. */
export async function openBriefById(id: string): Promise<void> {
  wanted = id
  if (openBrief.value?.id !== id) await onTheWay(() => readAndOpen(id))
}

async function readAndOpen(id: string): Promise<void> {
  if (!(await saves.flush())) return
  const result = await request('record.get', { id })
  if (!result.ok) tell('problem', result.problem.message)
  else if (result.value.collection === 'briefs' && wanted === id) {
    changeFrom(result.value.record)
    openBrief.value = result.value.record
  }
}

/** Makes a brief and opens it; gives back why it could not be made, or null. */
export async function createBrief(input: RequestInput<'brief.create'>): Promise<string | null> {
  const result = await request('brief.create', input)
  if (!result.ok) return result.problem.message
  await show(result.value)
  return null
}

export async function duplicateBrief(id: string): Promise<void> {
  if (!(await saves.flush())) return
  const result = await request('brief.duplicate', { id })
  if (result.ok) await show(result.value)
  else tell('problem', result.problem.message)
}

export async function deleteBrief(brief: { id: string; title: string }): Promise<void> {
  if (!(await saves.flush())) return
  await deleteRecord(brief, () => {
    saves.forget(brief.id)
    if (openBrief.value?.id === brief.id) openBrief.value = null
    focusWorkIfLost()
  })
}

async function show(brief: Brief): Promise<void> {
  lists.value = withRecord(lists.value, 'briefs', summaryOfBrief(brief))
  if (!(await saves.flush())) return
  wanted = brief.id
  changeFrom(brief)
  openBrief.value = brief
  room.value = 'briefs'
}
