// What is known of the library's passphrase, and how far work with it is.

import { signal } from '@preact/signals'
import type { PassphraseDescription } from '../../shared/answers.ts'
import { request } from '../bridge/bridge.ts'
import { whyWordsWouldBeLost } from '../briefs/unsaved-words.ts'
import { editorToKeep } from '../editor/editor-to-keep.ts'
import { openDialog } from '../state/desk.ts'
import { tell } from '../state/notices.ts'

export const passphrase = signal<PassphraseDescription | null>(null)
/** From 0 to 1. */
export const progress = signal(0)

export function passphraseProgressed({ done }: { done: number }): void {
  progress.value = done
}

export async function readPassphrase(): Promise<void> {
  const described = await request('passphrase.describe', {})
  if (described.ok) passphrase.value = described.value
  else tell('problem', described.problem.message)
}

/** Whether nothing is lost with the window, which is read anew after sealing and locking; says so where something is. */
async function isSaved(): Promise<boolean> {
  const why = await whyWordsWouldBeLost()
  if (why !== null) tell('problem', why)
  return why === null
}

/** Opens the dialog for the library's passphrase, whichever it needs. Nothing that was typed may be left unsaved. */
export async function showPassphrase(): Promise<void> {
  if (!(await isSaved())) return
  await readPassphrase()
  if (passphrase.value) openDialog.value = 'passphrase'
}

/** Locks the library; the window is then read anew. A library without a passphrase offers to be given one. */
export async function lockLibrary(): Promise<void> {
  if (!(await isSaved())) return
  await readPassphrase()
  if (passphrase.value?.state === 'plain') {
    openDialog.value = 'passphrase'
    return
  }
  // The window is read anew, which nobody leaves the editor for.
  await editorToKeep.current?.keepSteps()
  const result = await request('library.lock', {})
  if (!result.ok) tell('problem', result.problem.message)
}
