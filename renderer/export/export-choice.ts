// How briefs are exported: what was chosen last is proposed the next time, also after a new start.
import { signal } from '@preact/signals'
import { type ExportLook, usualLook } from '../../shared/brief/export-format.ts'
import { request } from '../bridge/bridge.ts'
import { openDialog } from '../state/desk.ts'

/** Null until main was asked what it remembers. */
export const exportChoice = signal<ExportLook | null>(null)

export async function lastChoice(): Promise<ExportLook> {
  if (exportChoice.value) return exportChoice.value
  const result = await request('export.last', {})
  exportChoice.value = result.ok ? result.value : usualLook
  return exportChoice.value
}

/** Opens the dialog with what was chosen last. */
export async function showExport(): Promise<void> {
  await lastChoice()
  openDialog.value = 'export'
}

/** As a request has it. */
export function asked({ format, notes, paper }: ExportLook) {
  return { format, ...(notes && { notes }), ...(paper && { paper }) }
}
