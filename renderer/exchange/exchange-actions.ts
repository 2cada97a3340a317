// Moving a library out and in, and notes in: asked for, and what came of it.
import { signal } from '@preact/signals'
import type { LibraryImport, NotesImport } from '../../shared/exchange.ts'
import { request } from '../bridge/bridge.ts'
import { openBriefById } from '../briefs/brief-actions.ts'
import { whyNotSaved } from '../briefs/unsaved-words.ts'
import { isReadOnly, openDialog, room } from '../state/desk.ts'
import { readLists } from '../state/library-actions.ts'
import { tell } from '../state/notices.ts'
import { exchangeStrings } from './exchange-strings.ts'

/** What came of the last import, while its dialog is open. */
export type ImportDone = { of: 'library'; outcome: LibraryImport } | { of: 'notes'; outcome: NotesImport }

/** The brief of the sample that shows newcomers around. */
const tour = 'start-here'

export const importDone = signal<ImportDone | null>(null)

/** Saves what is typed before a library goes out or in; false, and told, where that cannot be. */
export async function isSaved(): Promise<boolean> {
  const why = await whyNotSaved()
  if (why !== null) tell('problem', why)
  return why === null
}

export async function exportLibrary(): Promise<void> {
  // What is typed goes out too.
  if (!(await isSaved())) return
  const result = await request('library.export', {})
  if (!result.ok) return tell('problem', result.problem.message)
  if (!result.value) return
  const { records, originals, folder, problems } = result.value
  tell('info', exchangeStrings.exported(records, originals), [folder])
  if (problems.length === 0) return
  const messages = problems.map(({ message }) => message)
  tell('problem', exchangeStrings.exportProblemsTitle(problems.length), messages)
}

export async function importLibrary(): Promise<void> {
  if (isReadOnly.value || !(await isSaved())) return
  const result = await request('library.import', {})
  if (result.ok) show(result.value && { of: 'library', outcome: result.value })
  else tell('problem', result.problem.message)
  // Where it broke off, some are in.
  await readLists()
}

/** Takes in the sample, and opens the brief that shows newcomers around. */
export async function takeSample(): Promise<void> {
  if (isReadOnly.value || !(await isSaved())) return
  const result = await request('sample.take', {})
  await readLists()
  if (!result.ok) return tell('problem', result.problem.message)
  const taken = result.value.renamed.find(({ id }) => id === tour)?.newId ?? tour
  room.value = 'briefs'
  await openBriefById(taken)
}

export async function importNotes(): Promise<void> {
  if (isReadOnly.value || !(await isSaved())) return
  const result = await request('notes.import', {})
  if (result.ok) show(result.value && { of: 'notes', outcome: result.value })
  else tell('problem', result.problem.message)
  await readLists()
}

function show(done: ImportDone | null): void {
  if (!done) return
  importDone.value = done
  openDialog.value = 'imported'
}
