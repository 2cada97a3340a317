// What could not be read, and the ways on from it.
import { signal } from '@preact/signals'
import type { RecoveredFile } from '../../shared/answers.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import { request } from '../bridge/bridge.ts'
import { openBriefById } from '../briefs/brief-actions.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { showHistory } from '../history/history-actions.ts'
import { openSourceById } from '../sources/source-actions.ts'
import { closeDialog, openDialog, room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'

type StandingRecord = NonNullable<RecoveredFile['record']>

export const recovered = signal<RequestOutput<'recovery.list'> | null>(null)

/** Opens the Recovery dialog on what there is now. */
export async function showRecovery(): Promise<void> {
  const result = await request('recovery.list', {})
  if (!result.ok) return tell('problem', result.problem.message)
  recovered.value = result.value
  openDialog.value = 'recovery'
}

/** Opens the record that stands where a file could not be read. */
export function openStanding({ collection, id }: StandingRecord): void {
  closeDialog()
  if (collection === 'briefs') {
    room.value = 'briefs'
    void openBriefById(id)
  } else if (collection === 'sources') {
    room.value = 'sources'
    void openSourceById(id)
  } else {
    room.value = 'evidence'
    openEvidence(id)
  }
}

export function showVersionsOf({ id }: StandingRecord): void {
  closeDialog()
  void showHistory(id)
}

/** Shows a file in the system's file manager. */
export async function showFile(file: string): Promise<void> {
  const result = await request('file.show', { file })
  if (!result.ok) tell('problem', result.problem.message)
}
