// What an annex prints of a source besides the words that were taken from it.
import { type EvidenceContext, evidenceContext } from '../brief/evidence-context.ts'
import type { Anchor, Source } from '../model/records.ts'
import type { Linked, LinkedSource } from '../references/resolve-reference.ts'
import { missingGlyphs } from './missing-glyphs.ts'

/**
 * The words around linked evidence as its source has them, where some of their characters may have no glyph; null where
 * all have one, there is no such place, or the source came without its text.
 */
export function wordsAround(linked: Linked): EvidenceContext | null {
  const { record, source } = linked
  if (!('anchor' in record) || !record.anchor || source?.text === undefined) return null
  const { text, kind, pages = [] } = source
  // Almost every source ends here; to read its blocks takes far longer.
  if (hasAllGlyphs(source, text)) return null
  const known = contextsOf.get(source) ?? new WeakMap()
  contextsOf.set(source, known)
  const context = known.get(record.anchor) ?? evidenceContext(record.anchor, { text, kind, pages })
  known.set(record.anchor, context)
  return context
}

/** Records do not change while a person writes, and are looked at after each pause. */
const contextsOf = new WeakMap<LinkedSource, WeakMap<Anchor, EvidenceContext | null>>()
const completeBefore = new WeakMap<LinkedSource, boolean>()

function hasAllGlyphs(source: LinkedSource, text: Source['text']): boolean {
  const isComplete = completeBefore.get(source) ?? missingGlyphs(text).length === 0
  completeBefore.set(source, isComplete)
  return isComplete
}
