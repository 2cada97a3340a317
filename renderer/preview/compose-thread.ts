// The thread on which the preview's HTML is made: a long brief takes longer than a key may wait.
import { type BriefParts, briefMemory, composeBrief } from '../../shared/brief/compose-brief.ts'
import { type BriefPieces, renderPieces } from '../../shared/brief/render-brief.ts'

/** A brief as the preview shows it. */
export type ComposedBrief = {
  pieces: BriefPieces
  /** A BCP 47 tag. */
  language: string
  /** The evidence in its annex, by id; null where it has none. */
  annexed: string[] | null
}

/** What the thread answers with: the brief, or why it could not be composed. */
export type ComposeAnswer = { composed: ComposedBrief } | { failed: string }

/** Of the brief that was shown last: the next one is nearly always the same with another letter. */
const memory = briefMemory()

let parts: Partial<BriefParts> = {}

/** Only the parts that are others than before are sent: what was drawn of the rest stands. */
addEventListener('message', ({ data }: MessageEvent<Partial<BriefParts>>) => {
  parts = { ...parts, ...data }
  postMessage(answer(parts as BriefParts))
})

function answer(parts: BriefParts): ComposeAnswer {
  try {
    const document = composeBrief(parts, memory)
    const annexed = document.annex?.evidence.map(({ evidence }) => evidence.record.id) ?? null
    return { composed: { pieces: renderPieces(document), language: document.language, annexed } }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
