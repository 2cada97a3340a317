// The thread on which the preview's HTML is made: a long brief takes longer than a key may wait.
import { type BriefParts, briefMemory, composeBrief } from '../../shared/brief/compose-brief.ts'
import { type BriefPiece, type BriefPieces, renderPieces } from '../../shared/brief/render-brief.ts'
import { changeOf, type PieceChange } from './piece-change.ts'

/** A brief as the preview shows it. */
export type ComposedBrief = {
  pieces: BriefPieces
  /** A BCP 47 tag. */
  language: string
  /** The evidence in its annex, by id; null where it has none. */
  annexed: string[] | null
}

/** What the thread answers with: what changed since its last answer, or why the brief could not be composed. */
export type ComposeReport =
  | { composed: Omit<ComposedBrief, 'pieces'> & { pieces: Omit<BriefPieces, 'main'>; change: PieceChange } }
  | { failed: string }

/** The pieces of the text that were told last. */
let told: readonly BriefPiece[] = []

/** Of the brief that was shown last: the next one is nearly always the same with another letter. */
const memory = briefMemory()

let parts: Partial<BriefParts> = {}

/** Only the parts that are others than before are sent: what was drawn of the rest stands. */
addEventListener('message', ({ data }: MessageEvent<Partial<BriefParts>>) => {
  parts = { ...parts, ...data }
  postMessage(answer(parts as BriefParts))
})

function answer(parts: BriefParts): ComposeReport {
  try {
    const document = composeBrief(parts, memory)
    const annexed = document.annex?.evidence.map(({ evidence }) => evidence.record.id) ?? null
    const { main, ...pieces } = renderPieces(document)
    const change = changeOf(told, main)
    told = main
    return { composed: { pieces, change, language: document.language, annexed } }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
