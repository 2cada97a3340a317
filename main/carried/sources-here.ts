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
export type PlacedSource = {
  record: Source
  before: Source | null
  passages: readonly Passage[]
  /** Where passages that were added begin in the text here. */
  places: ReadonlyMap<Passage, number>
}

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
    return extended({ record: before, before, passages: [], places: new Map() }, passages, time)
  }
  const isFree = await library.holdings.takeId(source.id)
  const id = isFree ? source.id : await library.newId(source.id)
  const bare = { ...source, id, text: onlyPassages, pages: [], images: [], refused: [], attachment: null }
  return extended({ record: bare, before: null, passages: [], places: new Map() }, passages, time)
}

/**
 * A source with passages more, if it has only those: its text is not as it was captured then, and its SHA-256 stays that of the
 * original. What stands in it already is not added again.
 */
export function extended(placed: PlacedSource, passages: readonly Passage[], time: string): PlacedSource {
  const { record: source } = placed
  const whole = { ...placed, passages: [...placed.passages, ...passages] }
  if (!hasOnlyPassages(source)) return whole
  const known = new Map<string, number>()
  let end = onlyPassages.length + 2
  for (const words of source.text.slice(end).split(between)) {
    if (words !== '') known.set(words, end)
    end += words.length + between.length
  }
  const added: string[] = []
  const pages = [...source.pages]
  const places = new Map(placed.places)
  let at = source.text.length
  for (const passage of passages) {
    const there = known.get(passage.text)
    const lead = at === onlyPassages.length ? '\n\n' : between
    const start = there ?? at + lead.length
    places.set(passage, start)
    if (there !== undefined) continue
    known.set(passage.text, start)
    added.push(lead, passage.text)
    at = start + passage.text.length
    pages.push(...passage.pages.map(page => ({ label: page.label, start: start + page.start })))
  }
  if (added.length === 0 && source.textCorrectedAt !== null) return { ...whole, places }
  const text = source.text + added.join('')
  return { ...whole, places, record: { ...source, text, pages, textCorrectedAt: time, updatedAt: time } }
}

/**
 * An anchor where its words stand in the source as it is here; it still names the source that it came with. Words that are not
 * found there for certain keep the place that they had, so that a check says that they are lost.
 */
export function placeAnchor(anchor: Anchor, { record, passages, places }: PlacedSource): Anchor {
  if (isAnchored(anchor, record)) return anchor
  const { start, end } = anchor.position
  const passage = passages.find(each => each.start <= start && end <= each.start + each.text.length)
  const at = passage ? (places.get(passage) ?? record.text.indexOf(passage.text)) : -1
  const shift = at - (passage?.start ?? 0)
  const isThere = at !== -1 && record.text.slice(start + shift, end + shift) === anchor.quote.exact
  const placed = isThere ? anchorAt(record, start + shift, end + shift) : anchorFollower('', record)(anchor)
  return placed ? { ...placed, source: anchor.source } : anchor
}
