// Which characters of a text none of the app's own faces has, so that they print as a box or in whatever face a machine has.
import type { Range } from '../extract/sentences.ts'
import { coveredRanges } from './covered-ranges.ts'

/** Characters that no face has, close together: the first of them, and how many there are. */
export type MissingGlyphs = Range & { first: string; count: number }

/** What needs no glyph: white space, control characters, joiners, variants and marks of direction. */
const shapeless = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u

/** Every face has the letters of ASCII. */
const beyondAscii = /[^\0-\x7f]/gu

/** More code units than these between two missing characters part them. */
const widestGap = 2

/** The runs of characters in a text that no face has (UTF-16 code units, end exclusive). */
export function missingGlyphs(text: string): MissingGlyphs[] {
  const found: MissingGlyphs[] = []
  for (const { 0: character, index: start } of text.matchAll(beyondAscii)) {
    if (hasGlyph(character, text.slice(Math.max(0, start - 1), start))) continue
    const end = start + character.length
    const last = found.at(-1)
    if (last && start - last.end <= widestGap) {
      last.end = end
      last.count += 1
    } else found.push({ start, end, first: character, count: 1 })
  }
  return found
}

/** A letter and its accent may be one glyph, and one letter two. */
function hasGlyph(character: string, before: string): boolean {
  if (isCovered(character) || shapeless.test(character)) return true
  const apart = [...character.normalize('NFD')]
  if (apart.length > 1 && apart.every(isCovered)) return true
  const together = (before + character).normalize('NFC')
  return [...together].length === 1 && isCovered(together)
}

function isCovered(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return ((covered()[code >> 3] ?? 0) & (1 << (code & 7))) !== 0
}

let bits: Uint8Array | null = null

/** A bit for each code point. */
function covered(): Uint8Array {
  if (bits) return bits
  bits = new Uint8Array(0x110000 >> 3)
  let next = 0
  for (const range of coveredRanges.trim().split(/\s+/)) {
    const [gap = 0, count = 1] = range.split('-').map(digits => Number.parseInt(digits, 36))
    for (let code = next + gap; code < next + gap + count; code++) {
      bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
    }
    next += gap + count
  }
  return bits
}
