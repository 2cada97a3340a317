// Files and pasted words become sources: what came of each is told, and the last one opens.
import type { ImportOutcome, SourceSummary } from '../../shared/answers.ts'
import { largestDocumentBytes, largestPastedHtml, largestPictureBytes } from '../../shared/model/limits.ts'
import type { Source } from '../../shared/model/records.ts'
import { summaryOfSource } from '../../shared/summaries.ts'
import { request } from '../bridge/bridge.ts'
import { openBriefFromPdf } from '../exchange/open-brief.ts'
import { openSourceById } from '../sources/source-actions.ts'
import { lists, openSource, question, room } from '../state/desk.ts'
import { readLists } from '../state/library-actions.ts'
import { withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { onceDrawn } from '../state/once-drawn.ts'
import { strings } from '../ui/strings.ts'
import { beginCapture } from './capture-state.ts'
import { carriesBrief } from './carries-brief.ts'
import { isPicture } from './is-picture.ts'

const texts = strings.capture

const megabyte = 1024 * 1024

/** Main asks for the files, or has those that the system named. */
export async function importSources({ areNamed = false } = {}): Promise<void> {
  const work = beginCapture()
  const result = await request('source.import', { areNamed })
  work.end()
  if (!result.ok) {
    tell('problem', result.problem.message)
    // Files before the one that failed may be in.
    await readLists()
    return
  }
  await takeOver(result.value)
}

/** Takes in files that were dropped, each on its own: one that fails stops none of the others. PDFs of briefs are asked about first. */
export async function captureFiles(files: readonly File[], areBriefsSources = false): Promise<void> {
  const briefs: File[] = []
  const all: ImportOutcome = { sources: [], known: [], failures: [], leftOut: [], isCancelled: false }
  const fail = (file: string, message: string) => all.failures.push({ file, message })
  const work = beginCapture()
  const source = room.value === 'sources' ? openSource.value : null
  for (const [at, file] of files.entries()) {
    if (work.isStopping()) break
    if (isPicture(file)) {
      const problem = source ? await attachPicture(source, file) : texts.pictureOfNothing(file.name)
      if (problem !== null) fail(file.name, problem)
      continue
    }
    work.at(file.name, { done: at, of: files.length })
    // Reading a huge file into the window would only stall it before main says the same.
    if (file.size > largestDocumentBytes) {
      fail(file.name, tooLarge(file.name, file.size))
      continue
    }
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) {
      fail(file.name, texts.unreadable(file.name))
      continue
    }
    if (work.isStopping()) break
    if (!areBriefsSources && carriesBrief(bytes)) {
      briefs.push(file)
      continue
    }
    const result = await request('source.capture', { name: file.name, bytes: new Uint8Array(bytes) })
    if (!result.ok) fail(file.name, result.problem.message)
    else {
      all.sources.push(...result.value.sources)
      all.known.push(...result.value.known)
      all.failures.push(...result.value.failures)
      all.leftOut.push(...result.value.leftOut)
    }
  }
  all.isCancelled = work.isStopping()
  work.end()
  await takeOver(all)
  if (briefs.length > 0) askAboutBriefs(briefs)
}

/** Whoever drops the PDF of a brief may want the brief, and not its words as a source. */
function askAboutBriefs(files: readonly File[]): void {
  question.value = {
    title: texts.briefsTitle(files.map(({ name }) => name)),
    text: texts.briefsText,
    yes: texts.openAsBriefs(files.length),
    no: texts.importWords,
    isSafe: true,
    onYes: async () => {
      for (const file of files)
        await openBriefFromPdf({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    },
    onNo: () => void captureFiles(files, true),
  }
}

/** Keeps a picture with the text it shows something of, the source that is open; gives why it was refused, or null. */
async function attachPicture({ id, title }: Source, file: File): Promise<string | null> {
  if (file.size > largestPictureBytes) return texts.pictureTooLarge(file.name)
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return texts.unreadable(file.name)
  const result = await request('source.attach', { id, name: file.name, bytes: new Uint8Array(bytes) })
  if (!result.ok) return result.problem.message
  lists.value = withRecord(lists.value, 'sources', summaryOfSource(result.value))
  if (openSource.value?.id === id) openSource.value = result.value
  tell('info', texts.attached(file.name, title))
  return null
}

/** Shows what came of taking in files. */
async function takeOver(outcome: ImportOutcome): Promise<void> {
  const { failures, leftOut, isCancelled } = outcome
  const known = new Set(outcome.known)
  const added = outcome.sources.filter(({ id }) => !known.has(id))
  // One source that opens needs no words; of several, only the last opens.
  const said = isCancelled
    ? [texts.stopped(added.length)]
    : added.length > 1
      ? [texts.added(added.length)]
      : []
  if (leftOut.length > 0) said.push(texts.leftOut(leftOut.length))
  if (said.length > 0) tell('info', said.join(' '), firstOf([...new Set(leftOut)]))
  tellKnown(outcome.sources.filter(({ id }) => known.has(id)))
  tellFailures(failures.map(({ message }) => message))
  await keep(outcome.sources)
  await tellAlike(added)
}

/** Says what was there already in the very same words. */
function tellKnown(sources: readonly SourceSummary[]): void {
  const titles = new Map(sources.map(({ id, title }) => [id, title]))
  const [only, ...more] = titles.values()
  if (only === undefined) return
  if (more.length === 0) tell('info', texts.known(only))
  else tell('info', texts.knownMany(titles.size), firstOf([...titles.values()]))
}

/** Asking for more than these would only delay what a person sees at the head of each. */
const mostCompared = 50

/** Says which new sources read like others: copies of one story count once. */
async function tellAlike(added: readonly SourceSummary[]): Promise<void> {
  const alike: { source: SourceSummary; other: SourceSummary }[] = []
  for (const source of added.slice(0, mostCompared)) {
    const result = await request('source.alike', { id: source.id })
    const other = result.ok ? result.value.sources[0] : undefined
    if (other) alike.push({ source, other })
  }
  const [only, ...more] = alike
  if (!only) return
  if (more.length > 0) return tell('info', texts.alikeMany(alike.length))
  tell('info', texts.alike(only.source.title, only.other.title), [], {
    label: strings.actions.show,
    onPress: () => void openSourceById(only.other.id),
  })
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
  else tell('problem', texts.notImported(messages.length), messages)
}

/** The piece of a web page that was copied; null where there is none, or more than is taken. */
export function pastedHtml(data: DataTransfer | null): string | null {
  const html = data?.getData('text/html') ?? ''
  return html === '' || html.length > largestPastedHtml ? null : html
}

/** Makes a source of pasted text, by the piece of a page it was copied from where there is one; false where it was refused. */
export async function pasteSource(text: string, html: string | null): Promise<boolean> {
  const work = beginCapture()
  const result = await request('source.paste', { text, html })
  work.end()
  if (!result.ok) {
    tell('problem', result.problem.message)
    return false
  }
  const { source, isKnown } = result.value
  if (isKnown) tellKnown([source])
  await keep([source])
  if (!isKnown) await tellAlike([source])
  return true
}

function tooLarge(name: string, bytes: number): string {
  return texts.tooLarge(name, (bytes / megabyte).toFixed(1), String(largestDocumentBytes / megabyte))
}

async function keep(sources: readonly SourceSummary[]): Promise<void> {
  for (const source of sources) lists.value = withRecord(lists.value, 'sources', source)
  const last = sources.at(-1)
  if (!last) return
  room.value = 'sources'
  await openSourceById(last.id, () => {
    onceDrawn(() => document.querySelector<HTMLElement>('.reading-text')?.focus({ preventScroll: true }))
  })
}
