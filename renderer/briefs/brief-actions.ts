// Opening, writing, making and removing briefs.
import { mergeTexts } from '../../shared/diff/merge-texts.ts'
import type { Brief } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { summaryOfBrief } from '../../shared/summaries.ts'
import { focusWorkIfLost } from '../app/focus-work.ts'
import { request } from '../bridge/bridge.ts'
import { shownText } from '../editor/text-to-show.ts'
import { lists, openBrief, room, saveState } from '../state/desk.ts'
import { deleteRecord } from '../state/library-actions.ts'
import { withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { createSaveQueue } from '../state/save-queue.ts'

type BriefFields = RequestInput<'brief.set'>['fields']

/** A draft is kept much sooner than a save is made: it is what a crash would otherwise take. */
const waits = { pause: 400, most: 3000, draft: 100 }

/** The brief asked for last: an answer that comes late must not take its place. */
let wanted: string | null = null

/** The saves of the brief that is being written. */
export const saves = createSaveQueue<BriefFields>({
  waits,
  onState: state => {
    saveState.value = state
  },
  keepDraft: (id, fields) => void request('draft.keep', { id, fields }),
  save: async (id, fields) => {
    const result = await request('brief.set', { id, fields, ...sinceOf(id) })
    if (result.ok) {
      known.set(id, result.value.updatedAt)
      lists.value = withRecord(lists.value, 'briefs', summaryOfBrief(result.value))
      if (fields.body !== undefined) showMerged(fields.body, result.value)
    }
    return result
  },
})

/** When each brief that is or was open was changed last, as far as the window knows. */
const known = new Map<string, string>()

function sinceOf(id: string): { since?: string } {
  const since = known.get(id)
  return since === undefined ? {} : { since }
}

/** Takes a brief for the state that is changed from here on. */
export function changeFrom({ id, updatedAt }: Pick<Brief, 'id' | 'updatedAt'>): void {
  known.set(id, updatedAt)
}

/** Shows what another program changed in the text that was just saved, together with what was typed since. */
function showMerged(sent: string, { id, body }: Brief): void {
  const open = openBrief.value
  if (open?.id !== id || body === sent) return
  const { text } = mergeTexts(sent, open.body, body)
  openBrief.value = { ...open, body: text }
  shownText.value = { brief: id, text }
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
  if (openBrief.value?.id === id) return
  wanted = id
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
