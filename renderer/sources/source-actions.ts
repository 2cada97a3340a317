// Taking sources in, opening them, and saying more of them.

import type { ImportOutcome, SourceSummary } from '../../shared/answers.ts'
import { largestDocumentBytes, largestPastedHtml } from '../../shared/model/limits.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { summaryOfSource } from '../../shared/summaries.ts'
import { focusWorkIfLost } from '../app/focus-work.ts'
import { request } from '../bridge/bridge.ts'
import { leaveForm } from '../evidence/evidence-actions.ts'
import { evidenceForm, lists, openSource, room } from '../state/desk.ts'
import { deleteRecord, readLists } from '../state/library-actions.ts'
import { withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { beginCapture } from './capture-state.ts'
import { leaveTextEdit, textEdit } from './text-edit.ts'

const megabyte = 1024 * 1024

/** The source asked for last: an answer that comes late must not take its place. */
let wanted: string | null = null

/** Main asks for the files. */
export async function importSources(): Promise<void> {
  const work = beginCapture()
  const result = await request('source.import', {})
  work.end()
  if (!result.ok) {
    tell('problem', result.problem.message)
    // Files before the one that failed may be in.
    await readLists()
    return
  }
  await takeOver(result.value)
}

/** Takes in files that were dropped, each on its own: one that fails stops none of the others. */
export async function captureFiles(files: readonly File[]): Promise<void> {
  const all: ImportOutcome = { sources: [], failures: [], leftOut: [], isCancelled: false }
  const fail = (file: string, message: string) => all.failures.push({ file, message })
  const work = beginCapture()
  for (const [at, file] of files.entries()) {
    if (work.isStopping()) break
    work.at(file.name, { done: at, of: files.length })
    // Reading a huge file into the window would only stall it before main says the same.
    if (file.size > largestDocumentBytes) {
      fail(file.name, tooLarge(file.name, file.size))
      continue
    }
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) {
      fail(file.name, strings.sources.unreadable(file.name))
      continue
    }
    if (work.isStopping()) break
    const result = await request('source.capture', { name: file.name, bytes: new Uint8Array(bytes) })
    if (!result.ok) fail(file.name, result.problem.message)
    else {
      all.sources.push(...result.value.sources)
      all.failures.push(...result.value.failures)
      all.leftOut.push(...result.value.leftOut)
    }
  }
  all.isCancelled = work.isStopping()
  work.end()
  await takeOver(all)
}

/** Shows what came of taking in files. */
async function takeOver({ sources, failures, leftOut, isCancelled }: ImportOutcome): Promise<void> {
  const words = strings.sources
  // One source that opens needs no words; of several, only the last opens.
  const added = sources.length > 1 ? [words.added(sources.length)] : []
  const said = isCancelled ? [words.stopped(sources.length)] : added
  if (leftOut.length > 0) said.push(words.leftOut(leftOut.length))
  if (said.length > 0) tell('info', said.join(' '), firstOf([...new Set(leftOut)]))
  tellFailures(failures.map(({ message }) => message))
  await keep(sources)
}

/** More lines would hide the work. */
const mostNamed = 5

function firstOf(lines: readonly string[]): readonly string[] {
  return lines.length <= mostNamed ? lines : [...lines.slice(0, mostNamed), '…']
}

/** Several files that failed are one notice, with the reason of each under it. */
function tellFailures(messages: readonly string[]): void {
  const [only, ...more] = messages
  if (only === undefined) return
  if (more.length === 0) tell('problem', only)
  else tell('problem', strings.sources.notImported(messages.length), messages)
}

/** The piece of a web page that was copied; null where there is none, or more than is taken. */
export function pastedHtml(data: DataTransfer | null): string | null {
  const html = data?.getData('text/html') ?? ''
  return html === '' || html.length > largestPastedHtml ? null : html
}

/** Makes a source of pasted text, by the piece of a page it was copied from where there is one; false where it was refused. */
export async function pasteSource(text: string, html: string | null): Promise<boolean> {
  const result = await request('source.paste', { text, html })
  if (result.ok) await keep([result.value])
  else tell('problem', result.problem.message)
  return result.ok
}

/** Opens a source in the reading view, unless a form with unsaved words holds the desk; `onOpened` runs once it is. */
export async function openSourceById(id: string, onOpened: () => void = () => {}): Promise<void> {
  if (openSource.value?.id === id) return onOpened()
  leaveTextEdit(() =>
    leaveForm(async () => {
      wanted = id
      const result = await request('record.get', { id })
      if (!result.ok) tell('problem', result.problem.message)
      else if (result.value.collection === 'sources' && wanted === id) {
        openSource.value = result.value.record
        onOpened()
      }
    }),
  )
}

/** The last save of a source's particulars. */
let savingSource: Promise<unknown> = Promise.resolve()

/** Settles once what was typed of a source last is saved, such as the date that relative dates are counted from. */
export async function particularsAreSaved(): Promise<void> {
  await savingSource
}

/**
 * Says something of the open source; gives back why it was refused, or null. `since` is the `updatedAt` of the state
 * that was seen when it was typed.
 */
export async function setSource(
  id: string,
  fields: RequestInput<'source.set'>['fields'],
  since: string,
): Promise<string | null> {
  const asked = request('source.set', { id, fields, since })
  savingSource = asked
  const result = await asked
  if (!result.ok) return result.problem.message
  lists.value = withRecord(lists.value, 'sources', summaryOfSource(result.value))
  if (openSource.value?.id === id) openSource.value = result.value
  const form = evidenceForm.value
  if (form?.place?.source === id) {
    // What "by June" means depends on the source's date, also in a form that is open already.
    evidenceForm.value = { ...form, referenceDate: result.value.publishedOn }
  }
  return null
}

export async function deleteSource(source: { id: string; title: string }): Promise<void> {
  await deleteRecord(source, () => {
    if (textEdit.value?.source === source.id) textEdit.value = null
    if (openSource.value?.id === source.id) openSource.value = null
    focusWorkIfLost()
  })
}

function tooLarge(name: string, bytes: number): string {
  return strings.sources.tooLarge(
    name,
    (bytes / megabyte).toFixed(1),
    String(largestDocumentBytes / megabyte),
  )
}

async function keep(sources: readonly SourceSummary[]): Promise<void> {
  for (const source of sources) lists.value = withRecord(lists.value, 'sources', source)
  const last = sources.at(-1)
  if (!last) return
  room.value = 'sources'
  await openSourceById(last.id, () => {
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.reading-text')?.focus({ preventScroll: true }),
    )
  })
}
