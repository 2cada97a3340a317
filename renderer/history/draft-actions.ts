// Text that an earlier session left unsaved: offered, and either used or dropped.
import { signal } from '@preact/signals'
import type { StrayDraft, UnsavedDraft } from '../../shared/answers.ts'
import type { Brief } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { request } from '../bridge/bridge.ts'
import { openBriefById, saves } from '../briefs/brief-actions.ts'
import { closeDialog, room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { publish } from './history-actions.ts'

/** A draft beside what is saved of its brief. */
export type OfferedDraft = { draft: UnsavedDraft; saved: Brief }

export const offeredDrafts = signal<readonly OfferedDraft[]>([])

/** Drafts of briefs that are gone. */
export const strayDrafts = signal<readonly StrayDraft[]>([])

export async function readDrafts(): Promise<void> {
  const listed = await request('draft.list', {})
  if (!listed.ok) return tell('problem', listed.problem.message)
  const offered = await Promise.all(
    listed.value.drafts.map(async (draft): Promise<OfferedDraft[]> => {
      const found = await request('record.get', { id: draft.id })
      return found.ok && found.value.collection === 'briefs' ? [{ draft, saved: found.value.record }] : []
    }),
  )
  offeredDrafts.value = offered.flat()
  strayDrafts.value = listed.value.strays
}

/** Saves what was typed; what it replaces becomes a version. The draft goes only once that is on the disk. */
export async function takeDraft({ draft }: OfferedDraft): Promise<void> {
  const fields = draft.fields as RequestInput<'brief.set'>['fields']
  if (!(await saves.flush())) return
  const result = await request('brief.set', { id: draft.id, fields, keepsVersion: true })
  if (!result.ok) return tell('problem', result.problem.message)
  publish({ collection: 'briefs', record: result.value })
  await dropDraft(draft)
}

/** Makes a brief of its own of what was typed in one that is gone, and opens it. */
export async function adoptDraft({ id, at }: StrayDraft): Promise<void> {
  const result = await request('draft.adopt', { id, at })
  if (!result.ok) return tell('problem', result.problem.message)
  strayDrafts.value = strayDrafts.value.filter(draft => draft.id !== id || draft.at !== at)
  publish({ collection: 'briefs', record: result.value })
  closeDialog()
  room.value = 'briefs'
  await openBriefById(result.value.id)
}

/** Drops what was typed; the brief keeps it as a version. */
export async function dropDraft({ id, at }: UnsavedDraft): Promise<void> {
  const result = await request('draft.drop', { id, at })
  if (!result.ok) return tell('problem', result.problem.message)
  offeredDrafts.value = offeredDrafts.value.filter(({ draft }) => draft.id !== id || draft.at !== at)
  if (offeredDrafts.value.length === 0) closeDialog()
}
