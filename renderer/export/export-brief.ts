// Exporting a brief, and what the window shows of it.
import { signal } from '@preact/signals'
import type { Notices } from '../../shared/request-names.ts'
import type { ExportOutcome } from '../../shared/requests.ts'
import { request } from '../bridge/bridge.ts'
import { saves } from '../briefs/brief-actions.ts'
import { strings } from '../ui/strings.ts'

type Stage = Notices['export.progressed']['stage']

/** How an export stands. `running` with no stage: the person is choosing where to. */
export type ExportState =
  | { is: 'running'; brief: string; stage: Stage | null }
  | { is: 'done'; outcome: ExportOutcome }
  | { is: 'failed'; brief: string; message: string }

export const exportState = signal<ExportState | null>(null)

/** Saves what was typed, then asks main for the PDF. One export at a time. */
export async function exportBrief(brief: { id: string }): Promise<void> {
  if (exportState.value?.is === 'running') return
  exportState.value = { is: 'running', brief: brief.id, stage: null }
  if (!(await saves.flush())) {
    exportState.value = { is: 'failed', brief: brief.id, message: strings.export.notSaved }
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
