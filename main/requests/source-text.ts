// A source's text becomes another, and the evidence in it follows its words, as one save.
import { wordsBetween } from '../../shared/markdown/words-as-read.ts'
import { anchorFollower, followOffsets } from '../../shared/model/follow-anchor.ts'
import type { EvidenceCollection, FoundRecord, Source } from '../../shared/model/records.ts'
import { sha256Of } from '../capture/capture-one.ts'
import type { Change } from '../library/change.ts'
import type { Library } from '../library/library.ts'
import { changedSince } from './change-since.ts'
import type { Notify } from './ports.ts'

const utf8 = new TextEncoder()

/** A source whose text a person corrected. It says so, unless the text is the original one again. */
export function withText(source: Source, text: string, time: string): Source {
  if (text === source.text) return source
  const starts = followOffsets(
    source.text,
    text,
    source.pages.map(({ start }) => start),
  )
  return {
    ...source,
    text,
    pages: source.pages.map((page, index) => ({ ...page, start: starts[index] ?? page.start })),
    refused: followedRefusals(source, text),
    textCorrectedAt: sha256Of(utf8.encode(text)) === source.sha256 ? null : time,
  }
}

/** Refused suggestions where their words stand now; of words that cannot be followed the refusal is forgotten. */
function followedRefusals({ id, text: before, refused }: Source, text: string): Source['refused'] {
  const follow = anchorFollower(before, { id, text })
  return refused.flatMap(({ kind, quote, position }) => {
    const moved = follow({ source: id, quote, position })
    return moved ? [{ kind, quote: moved.quote, position: moved.position }] : []
  })
}

/**
 * Changes a source with its text, and in the same save moves the evidence in it to where its words stand now. Evidence
 * whose words cannot be followed stays as it was: its exact words no longer stand at its place, which says that it is
 * orphaned. The original of a pasted text is kept as a file first.
 */
export async function saveSourceText(
  library: Library,
  notify: Notify,
  target: { collection: 'sources'; id: string; since: string | undefined },
  change: (source: Source) => Source,
): Promise<Source> {
  const { id } = target
  const original = await keptOriginal(library, await library.get('sources', id))
  // However short ago it was saved: what it said before is what was quoted.
  await library.keepVersion(id)
  let isConflict = false
  // What was made in the source while this waited for its turn has to follow as well: then its turn is waited for again.
  let isBehind = true
  while (isBehind) {
    const evidence = evidenceIn(library, id)
    const known = new Set(evidence.map(({ record }) => record.id))
    await library.saveTogether([id, ...known], async () => {
      const there = evidenceIn(library, id)
      isBehind = there.some(({ record }) => !known.has(record.id))
      return isBehind ? [] : changesOf(there)
    })
  }

  const record = await library.get('sources', id)
  if (isConflict) notify('record.changed', { found: { collection: 'sources', record }, isConflict })
  return record

  async function changesOf(evidence: readonly FoundEvidence[]): Promise<Change[]> {
    const before = await library.get('sources', id)
    const changed = changedSince(library, target, before, change)
    isConflict = changed.isConflict
    const after = { ...changed.record, attachment: changed.record.attachment ?? original }
    return [{ collection: 'sources', id, after }, ...followed(evidence, before, after)]
  }
}

type FoundEvidence = Extract<FoundRecord, { collection: EvidenceCollection }>

function evidenceIn(library: Library, source: string): FoundEvidence[] {
  return (['quotes', 'figures', 'events'] as const).flatMap(collection =>
    library.listInSource(collection, source).map(record => ({ collection, record }) as FoundEvidence),
  )
}

function followed(evidence: readonly FoundEvidence[], before: Source, after: Source): Change[] {
  const follow = anchorFollower(before.text, after)
  return evidence.flatMap(found => {
    const { anchor } = found.record
    const moved = anchor && follow(anchor)
    if (!moved || JSON.stringify(moved) === JSON.stringify(anchor)) return []
    const { updatedAt } = after
    const record = { ...found.record, anchor: moved, updatedAt }
    const isQuoteOfPlace =
      found.collection === 'quotes' &&
      anchor.quote.exact !== moved.quote.exact &&
      found.record.text === wordsBetween(before, anchor.position.start, anchor.position.end)
    // Set on other lines, or with other quotation marks, a quote has the words as they are read now.
    const text = isQuoteOfPlace ? wordsBetween(after, moved.position.start, moved.position.end) : null
    return [
      { collection: found.collection, id: record.id, after: text ? { ...record, text } : record } as Change,
    ]
  })
}

/** The file of a source's original. A pasted text has none before it is first corrected. */
async function keptOriginal(
  library: Library,
  { id, attachment, sha256, text, kind }: Source,
): Promise<Source['attachment']> {
  if (attachment || sha256Of(utf8.encode(text)) !== sha256) return attachment
  const bytes = utf8.encode(text)
  await library.attach(sha256, bytes)
  return { sha256, name: `${id}.${kind === 'markdown' ? 'md' : 'txt'}`, bytes: bytes.length }
}
