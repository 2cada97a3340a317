// The sources of a brief that came in a PDF: those that the library has, and those of which only passages came.
import { anchorAt, isAnchored } from '../../shared/model/anchor.ts'
import { anchorFollower } from '../../shared/model/follow-anchor.ts'
import type { Anchor, Source } from '../../shared/model/records.ts'
import type { Library } from '../library/library.ts'
import type { CarriedSource, Passage } from './carried-brief.ts'

/** How the text of a source begins of which only passages are here: nobody is to take them for the whole. */
const onlyPassages =
  '[Only the passages around evidence are here: they came with the PDF of a brief, and the rest of this text did not.]'

const between = '\n\n[…]\n\n'

/** Whether only passages of a source are here. */
export function hasOnlyPassages({ text }: Pick<Source, 'text'>): boolean {
  return text.startsWith(onlyPassages)
}

/** `record` is the source as it is to be here, and `before` as it is; null where it is new, the same where nothing of it changes. */
export type PlacedSource = { record: Source; before: Source | null; passages: readonly Passage[] }

/**
 * The source here that a carried one stands for: the one of the same original (SHA-256), to which passages are added if it has
 * only those; else a new one, whose text is the passages. `time` is an instant.
 */
export async function placeSource(
  library: Library,
  carried: CarriedSource,
  time: string,
): Promise<PlacedSource> {
  const { source, passages } = carried
  const same = library.list('sources').filter(({ sha256 }) => sha256 === source.sha256)
  const [first] = [...same.filter(({ id }) => id === source.id), ...same]
  if (first) {
    const before = await library.get('sources', first.id)
    return {
      record: hasOnlyPassages(before) ? withPassages(before, passages, time) : before,
      before,
      passages,
    }
  }
  const isFree = await library.holdings.takeId(source.id)
  const id = isFree ? source.id : await library.newId(source.id)
  const bare = { ...source, id, text: onlyPassages, pages: [], images: [], refused: [], attachment: null }
  return { record: withPassages(bare, passages, time), before: null, passages }
}

/** Its text is not as it was captured then, and its SHA-256 stays that of the original. */
function withPassages(source: Source, passages: readonly Passage[], time: string): Source {
  let { text } = source
  const pages = [...source.pages]
  for (const passage of passages) {
    if (text.includes(passage.text)) continue
    text += (text === onlyPassages ? '\n\n' : between) + passage.text
    const at = text.length - passage.text.length
    pages.push(...passage.pages.map(({ label, start }) => ({ label, start: at + start })))
  }
  if (text === source.text && source.textCorrectedAt !== null) return source
  return { ...source, text, pages, textCorrectedAt: time, updatedAt: time }
}

/**
 * An anchor where its words stand in the source as it is here; it still names the source that it came with. Words that are not
 * found there for certain keep the place that they had, so that a check says that they are lost.
 */
export function placeAnchor(anchor: Anchor, { record, passages }: PlacedSource): Anchor {
  if (isAnchored(anchor, record)) return anchor
  const { start, end } = anchor.position
  const passage = passages.find(each => each.start <= start && end <= each.start + each.text.length)
  const at = passage ? record.text.indexOf(passage.text) : -1
  const shift = at - (passage?.start ?? 0)
  const isThere = at !== -1 && record.text.slice(start + shift, end + shift) === anchor.quote.exact
  const placed = isThere ? anchorAt(record, start + shift, end + shift) : anchorFollower('', record)(anchor)
  return placed ? { ...placed, source: anchor.source } : anchor
}
