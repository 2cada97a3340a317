// Backups as the window shows them: where they go, those there are, and the way back from one.

import { signal } from '@preact/signals'
import type { BackupList } from '../../shared/answers.ts'
import type { Notices, RequestName } from '../../shared/request-names.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { request } from '../bridge/bridge.ts'
import { whyWordsWouldBeLost } from '../briefs/unsaved-words.ts'
import { openDialog, question } from '../state/desk.ts'
import { notices, tell } from '../state/notices.ts'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'

const texts = strings.backups

type Desk = {
  list: BackupList | null
  working: keyof typeof texts.working | null
  /** How far that is, once main has said so. */
  progress: Notices['backup.progressed'] | null
  isStopping: boolean
  /** What was refused last, in a sentence. */
  problem: string | null
  /** What was done last, and the file where the list does not show it. */
  made: { words: string; file?: string } | null
  /** The backup that is to be restored, read back. */
  chosen: RequestOutput<'backup.verify'> | null
  /** The folder that a backup was restored into. */
  restoredInto: string | null
}

const empty: Desk = {
  list: null,
  working: null,
  progress: null,
  isStopping: false,
  problem: null,
  made: null,
  chosen: null,
  restoredInto: null,
}

/** What the Backups dialog shows. */
export const backupDesk = signal<Desk>(empty)

function change(fields: Partial<Desk>): void {
  backupDesk.value = { ...backupDesk.value, ...fields }
}

/** Asks main; null where it was refused, which the dialog then says. */
async function ask<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  working: Desk['working'] = null,
): Promise<RequestOutput<Name> | null> {
  change({ working, problem: null, made: null, progress: null, isStopping: false })
  const result = await request(name, input)
  const { isStopping } = backupDesk.value
  change({ working: null, problem: result.ok ? null : result.problem.message })
  if (!result.ok) return null
  if (result.value === null && isStopping && isStoppable(working))
    change({ made: { words: texts.stopped[working] } })
  return result.value
}

const isStoppable = (working: Desk['working']) => working === 'making' || working === 'verifying'

/** Hears how far main is. */
export function backupProgressed(progress: Notices['backup.progressed']): void {
  if (backupDesk.value.working !== null) change({ progress })
}

/** The means to break off what is under way; null where there is nothing that can be. */
export function stopBackup(): (() => void) | null {
  const { working } = backupDesk.value
  if (!isStoppable(working)) return null
  return () => {
    change({ isStopping: true })
    void request('backup.cancel', {})
  }
}

export async function showBackups(): Promise<void> {
  backupDesk.value = empty
  openDialog.value = 'backups'
  await readBackups()
}

async function readBackups(): Promise<void> {
  const result = await request('backup.list', {})
  if (result.ok) change({ list: result.value })
  else change({ problem: result.problem.message })
}

/** Makes a backup where those of every day go, with everything that was typed. */
export async function backUpNow(): Promise<void> {
  if (!(await isSaved())) return
  const made = await ask('backup.keep', {}, 'making')
  if (made) change({ made: { words: texts.made(made.files) } })
  await readBackups()
}

/** Makes a backup in a file that main asks for. */
export async function backUpElsewhere(): Promise<void> {
  if (!(await isSaved())) return
  const made = await ask('backup.make', {}, 'making')
  if (made) change({ made: { words: texts.made(made.files), file: made.file } })
}

export async function moveBackups(isUsual: boolean): Promise<void> {
  await ask('backup.move', { isUsual })
  const { problem } = backupDesk.value
  await readBackups()
  change({ problem })
}

/** Takes a backup to be restored: it is read back first. */
export async function chooseToRestore(file: string): Promise<void> {
  const chosen = await ask('backup.verify', { file }, 'verifying')
  if (chosen) change({ chosen })
}

export async function chooseFileToRestore(): Promise<void> {
  const chosen = await ask('backup.choose', {})
  if (chosen) await chooseToRestore(chosen.file)
}

export function leaveRestore(): void {
  change({ chosen: null, restoredInto: null, problem: null })
}

export async function restoreIntoFolder(): Promise<void> {
  const { chosen } = backupDesk.value
  if (!chosen) return
  const restored = await ask('backup.restore', { file: chosen.file, into: 'new-folder' }, 'restoring')
  if (restored) change({ restoredInto: restored.folder })
}

/** Puts the backup in the library's place once that was confirmed; the window is read anew then. */
export async function restoreInPlace(): Promise<void> {
  const { chosen } = backupDesk.value
  if (!chosen || !(await isSaved())) return
  question.value = {
    title: texts.inPlaceQuestion,
    text: texts.inPlaceWarning(momentInWords(chosen.madeAt), chosen.takesPassphraseOff),
    yes: texts.inPlaceYes,
    no: strings.actions.cancel,
    onYes: () => void ask('backup.restore', { file: chosen.file, into: 'in-place' }, 'restoring'),
  }
}

/** Whether everything that was typed is on the disk; says so in the dialog where it is not. */
async function isSaved(): Promise<boolean> {
  const problem = await whyWordsWouldBeLost()
  change({ problem })
  return problem === null
}

/** Says that the backup of the day was not made, once as long as that stands there. */
export function backupFailed({ message }: { message: string }): void {
  const text = texts.failed(message)
  if (notices.value.some(notice => notice.text === text)) return
  tell('problem', text, [], { label: texts.title, onPress: () => void showBackups() })
}

/** Says what came of a restore, after the window was read anew. */
export async function tellRestored(): Promise<void> {
  const result = await request('backup.outcome', {})
  if (!result.ok || !result.value.outcome) return
  const { is, aside } = result.value.outcome
  const lines = is === 'undone' ? [] : [aside]
  tell(is === 'left' ? 'problem' : 'info', texts.outcome[is], lines, {
    label: texts.title,
    onPress: () => void showBackups(),
  })
}
