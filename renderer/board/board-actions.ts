// What is done to several pieces of evidence at once: each time as one, with one way back.
import { signal } from '@preact/signals'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { request } from '../bridge/bridge.ts'
import type { Linkable } from '../editor/insertion.ts'
import { closeFormOf, deleteEvidence, hasUnsavedForm, leaveForm } from '../evidence/evidence-actions.ts'
import { nameOf } from '../evidence/evidence-words.ts'
import { referencesAsMarkdown } from '../evidence/references-as-text.ts'
import { showInForm } from '../history/history-actions.ts'
import { isReadOnly, lists, question } from '../state/desk.ts'
import { readLists } from '../state/library-actions.ts'
import { type EvidenceItem, findEvidence, withMany, withoutRecords } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { clearSelection } from './board-state.ts'
import { changesOf, type SeveralChange } from './change-several.ts'

/** The evidence that the dialog for changes is open for. */
export const toChange = signal<readonly EvidenceItem[] | null>(null)

/** Changes several in one save; false where that was refused, which is told. */
export async function changeSeveral(items: readonly EvidenceItem[], change: SeveralChange): Promise<boolean> {
  const { changes, undo } = changesOf(items, change)
  if (changes.length === 0) return true
  if (!(await sendChanges(changes))) return false
  const takeBack = async () => {
    // What was changed again since is not taken back over.
    const still = undo.filter((_, index) => isStill(changes[index]))
    if (await sendChanges(still)) tell('info', strings.board.changedBack(still.length))
  }
  tell('info', strings.board.changed(changes.length), [], {
    label: strings.actions.undo,
    onPress: () => void takeBack(),
  })
  return true
}

function isStill(change: RequestInput<'evidence.change'>['changes'][number] | undefined): boolean {
  const now = change && findEvidence(lists.value, change.id)?.record
  return Object.entries(change?.fields ?? {}).every(
    ([field, value]) =>
      JSON.stringify((now as Record<string, unknown> | undefined)?.[field]) === JSON.stringify(value),
  )
}

async function sendChanges(changes: RequestInput<'evidence.change'>['changes']): Promise<boolean> {
  const result = await request('evidence.change', { changes })
  if (result.ok) publishMany(result.value)
  else tell('problem', result.problem.message)
  return result.ok
}

function publishMany(evidence: RequestOutput<'evidence.change'>): void {
  lists.value = withMany(lists.value, evidence)
  for (const { id } of [...evidence.quotes, ...evidence.figures, ...evidence.events]) showInForm(id)
}

/** Moves evidence to the trash as one; asks first only where a brief uses some of it. */
export async function deleteSeveral(items: readonly EvidenceItem[], evenIfUsed = false): Promise<void> {
  const [first] = items
  if (!first || isReadOnly.value) return
  if (items.length === 1) return deleteEvidence(first)
  const texts = strings.board
  const ids = items.map(({ record }) => record.id)
  if (hasUnsavedForm(new Set(ids))) return leaveForm(() => void deleteSeveral(items, evenIfUsed))
  const result = await request('evidence.delete', { ids, evenIfUsed })
  if (result.ok) {
    lists.value = withoutRecords(lists.value, new Set(ids))
    closeFormOf(new Set(ids))
    clearSelection()
    tell('info', texts.deleted(ids.length), [], {
      label: strings.actions.undo,
      onPress: () => void restoreSeveral(ids),
    })
  } else if (result.problem.code === 'in-use' && !evenIfUsed) {
    question.value = {
      title: texts.deleteUsedTitle(items.length),
      text: texts.deleteUsedText,
      lines: await namesOfUsed(items),
      yes: strings.library.deleteEvenIfUsed,
      no: strings.actions.cancel,
      onYes: () => void deleteSeveral(items, true),
    }
  } else {
    tell('problem', result.problem.message)
  }
}

const mostNamed = 8

async function namesOfUsed(items: readonly EvidenceItem[]): Promise<string[]> {
  const result = await request('evidence.uses', {})
  const used = result.ok ? items.filter(({ record }) => record.id in result.value.uses) : []
  const names = used.slice(0, mostNamed).map(nameOf)
  return used.length > mostNamed ? [...names, strings.board.more(used.length - mostNamed)] : names
}

async function restoreSeveral(ids: string[]): Promise<void> {
  const result = await request('evidence.restore', { ids })
  if (result.ok) return publishMany(result.value)
  tell('problem', result.problem.message)
  // Some may be back.
  await readLists()
}

/** Puts references to records into the clipboard, as Markdown. */
export async function copyReferences(items: readonly Linkable[]): Promise<void> {
  if (await copyText(referencesAsMarkdown(items))) tell('info', strings.board.copied(items.length))
}

/** Puts words into the clipboard; false where that was refused, which is told. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch (error) {
    tell('problem', strings.board.notCopied((error as Error).message))
    return false
  }
}
