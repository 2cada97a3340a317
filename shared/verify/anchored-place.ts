import { isAnchored, occurrencesOf } from '../model/anchor.ts'
import type { Anchor } from '../model/records.ts'

/**
 * Where an anchor's exact words stand in a text (UTF-16 code units, end exclusive): at its offsets, or at the nearest
 * place that has them; null where none does.
 */
export function anchoredPlace(anchor: Anchor, text: string): { start: number; end: number } | null {
  if (isAnchored(anchor, { text })) return anchor.position
  const { exact } = anchor.quote
  const away = (start: number) => Math.abs(start - anchor.position.start)
  const [nearest] = occurrencesOf(exact, text).sort((a, b) => away(a) - away(b))
  return nearest === undefined ? null : { start: nearest, end: nearest + exact.length }
}
