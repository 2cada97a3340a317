// Briefs composed for the preview on a thread of its own, one after the other and the newest first.
import type { BriefParts } from '../../shared/brief/compose-brief.ts'
import type { BriefPiece } from '../../shared/brief/render-brief.ts'
import type { ComposedBrief, ComposeReport } from './compose-thread.ts'
import { changedPieces } from './piece-change.ts'

/** The brief, or why it could not be composed. */
type ComposeAnswer = { composed: ComposedBrief } | { failed: string }

type Asked = { parts: BriefParts; answer: (answer: ComposeAnswer) => void }

let thread: Worker | null = null
/** What the thread has of the brief before: after a key it is nearly all the same. */
let sent: Partial<BriefParts> = {}
/** The pieces of the text as the thread told them last. */
let text: readonly BriefPiece[] = []
let asked: Asked | null = null
let waiting: Asked | null = null

/** Composes a brief, and then answers; not where another was asked for before its turn came. */
export function composeForPreview(parts: BriefParts, answer: Asked['answer']): void {
  waiting = { parts, answer }
  next()
}

function next(): void {
  if (asked || !waiting) return
  thread ??= begin()
  asked = waiting
  waiting = null
  thread.postMessage(changedParts(sent, asked.parts))
  sent = asked.parts
}

/** The parts that are others than before, and those that are there no more as undefined. */
function changedParts(before: Partial<BriefParts>, parts: BriefParts): Partial<BriefParts> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(parts)])] as (keyof BriefParts)[]
  return Object.fromEntries(
    names.filter(name => before[name] !== parts[name]).map(name => [name, parts[name]]),
  )
}

function begin(): Worker {
  const made = new Worker(new URL('./compose-thread.ts', import.meta.url), { type: 'module' })
  made.onmessage = ({ data }: MessageEvent<ComposeReport>) => settle(whole(data))
  made.onerror = ({ message }) => {
    made.terminate()
    thread = null
    sent = {}
    text = []
    settle({ failed: message })
  }
  return made
}

function whole(report: ComposeReport): ComposeAnswer {
  if ('failed' in report) return report
  const { pieces, change, ...composed } = report.composed
  text = changedPieces(text, change)
  return { composed: { ...composed, pieces: { ...pieces, main: text } } }
}

function settle(answer: ComposeAnswer): void {
  asked?.answer(answer)
  asked = null
  next()
}
