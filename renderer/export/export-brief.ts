// Exporting a brief, and what the window shows of it.
import { signal } from '@preact/signals'
import type { ExportOutcome } from '../../shared/answers.ts'
import type { Notices } from '../../shared/request-names.ts'
import { isOpenError } from '../../shared/verify/answer.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { request } from '../bridge/bridge.ts'
import { saves } from '../briefs/brief-actions.ts'
import { strings } from '../ui/strings.ts'

type Stage = Notices['export.progressed']['stage']

/**
 * How an export stands. `running` with no stage: the person is choosing where to. `held`: an error stands, and the person
 * is asked whether to go on.
 */
export type ExportState =
  | { is: 'running'; brief: string; stage: Stage | null }
  | { is: 'held'; brief: string; findings: readonly Finding[] }
  | { is: 'done'; outcome: ExportOutcome }
  | { is: 'failed'; brief: string; message: string }

export const exportState = signal<ExportState | null>(null)

/**
 * Saves what was typed, then asks main for the PDF, unless the checks find an error that nobody has answered; `evenSo`
 * exports all the same. One export at a time.
 */
export async function exportBrief(brief: { id: string }, evenSo = false): Promise<void> {
  if (exportState.value?.is === 'running') return
  exportState.value = { is: 'running', brief: brief.id, stage: null }
  if (!(await saves.flush())) {
    exportState.value = { is: 'failed', brief: brief.id, message: strings.export.notSaved }
    return
  }
  const checked = evenSo ? null : await request('brief.verify', { id: brief.id })
  if (checked?.ok && checked.value.findings.some(isOpenError)) {
    exportState.value = { is: 'held', brief: brief.id, findings: checked.value.findings }
    return
  }
  const result = await request('brief.export', { id: brief.id })
  if (!result.ok) exportState.value = { is: 'failed', brief: brief.id, message: result.problem.message }
  else exportState.value = result.value === null ? null : { is: 'done', outcome: result.value }
}

/** Hears how far main is. */
export function exportProgressed({ brief, stage }: Notices['export.progressed']): void {
  const state = exportState.value
  if (state?.is === 'running' && state.brief === brief) exportState.value = { ...state, stage }
}
