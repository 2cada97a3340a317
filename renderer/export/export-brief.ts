// Exporting briefs, and what the window shows of it.
import { signal } from '@preact/signals'
import type { ExportOutcome, SeveralExported } from '../../shared/answers.ts'
import type { Notices } from '../../shared/request-names.ts'
import { isOpenError } from '../../shared/verify/answer.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { request } from '../bridge/bridge.ts'
import { saves } from '../briefs/brief-actions.ts'
import { strings } from '../ui/strings.ts'
import { asked, exportChoice, lastChoice } from './export-choice.ts'

type Stage = Notices['export.progressed']['stage']
type Several = { done: number; all: number }
/** Ids, of at least one. */
type Briefs = readonly [string, ...string[]]

/**
 * How an export stands. `running` with no stage: the person is choosing where to. `held`: an error stands, and the person
 * is asked whether to go on. `several` says which of how many briefs is under way. `failed`: none of the briefs that were asked for.
 */
export type ExportState =
  | { is: 'running'; brief: string; stage: Stage | null; several: Several | null }
  | { is: 'held'; brief: string; findings: readonly Finding[] }
  | { is: 'done'; outcome: ExportOutcome }
  | { is: 'several-done'; brief: string; outcome: SeveralExported }
  | { is: 'failed'; briefs: Briefs; message: string }

export const exportState = signal<ExportState | null>(null)

/**
 * Saves what was typed, then asks main for the file in the format that was chosen last, unless the checks find an error that
 * nobody has answered; `evenSo` exports all the same. One export at a time.
 */
export async function exportBrief(brief: { id: string }, evenSo = false): Promise<void> {
  if (!(await begin([brief.id], null))) return
  const checked = evenSo ? null : await request('brief.verify', { id: brief.id })
  if (checked?.ok && checked.value.findings.some(isOpenError)) {
    exportState.value = { is: 'held', brief: brief.id, findings: checked.value.findings }
    return
  }
  const choice = await lastChoice()
  const result = await request('brief.export', { id: brief.id, choice: asked(choice) })
  if (!result.ok) exportState.value = { is: 'failed', briefs: [brief.id], message: result.problem.message }
  else if (result.value === null) exportState.value = null
  else {
    exportState.value = { is: 'done', outcome: result.value }
    // The save dialog may have chosen another one.
    exportChoice.value = { ...choice, format: result.value.format }
  }
}

/** Exports several briefs into a folder that main asks for; what stands in them is told afterwards. */
export async function exportBriefs(ids: Briefs): Promise<void> {
  if (!(await begin(ids, { done: 0, all: ids.length }))) return
  const result = await request('briefs.export', { ids: [...ids], choice: asked(await lastChoice()) })
  if (!result.ok) exportState.value = { is: 'failed', briefs: ids, message: result.problem.message }
  else exportState.value = result.value && { is: 'several-done', brief: ids[0], outcome: result.value }
}

/** Exports once more what could not be exported. */
export async function exportAgain(briefs: Briefs): Promise<void> {
  await (briefs.length === 1 ? exportBrief({ id: briefs[0] }) : exportBriefs(briefs))
}

/** False where another export runs, or what was typed could not be saved. */
async function begin(briefs: Briefs, several: Several | null): Promise<boolean> {
  if (exportState.value?.is === 'running') return false
  exportState.value = { is: 'running', brief: briefs[0], stage: null, several }
  if (await saves.flush()) return true
  exportState.value = { is: 'failed', briefs, message: strings.export.notSaved }
  return false
}

/** Breaks off what is being exported; the answer of the export then says what there is. */
export function cancelExport(): void {
  void request('export.cancel', {})
}

/** Hears how far main is. */
export function exportProgressed({ brief, stage, of }: Notices['export.progressed']): void {
  const state = exportState.value
  if (state?.is !== 'running') return
  if (state.several === null && state.brief === brief) exportState.value = { ...state, stage }
  else if (state.several && of) exportState.value = { ...state, stage, several: of }
}
