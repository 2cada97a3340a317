// Tables that had no room though they are small and their pages turned: lines end within their words.

/** Of these scripts lines end between any two letters. */
const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Letters and digits, and what stands between two of them within one word or number. */
const word = /[\p{L}\p{M}\p{N}]+(?:[.,’'][\p{L}\p{M}\p{N}]+)*/gu

/** An address may be broken, as it is anywhere in the text. */
const address = /\S*(?:\/\/|www\.|@)\S*/g

/**
 * The tables in which a word is broken or goes out of its cell, by their order among the text's own, from 0; -1 stands for
 * those in notes and for lists of timelines.
 */
export function brokenTables(): number[] {
  const own = [...document.querySelectorAll('main table')].filter(
    table => !table.matches('.timeline-list') && !table.closest('.note'),
  )
  // Others never break words.
  const squeezed = [...document.querySelectorAll('table.wide')].filter(isBroken)
  return [...new Set(squeezed.map(table => own.indexOf(table)))].sort((one, other) => one - other)
}

function isBroken(table: Element): boolean {
  const cells = [...table.querySelectorAll('th, td')]
  return cells.some(cell => cell.scrollWidth > cell.clientWidth + 1 || hasBrokenWord(cell))
}

function hasBrokenWord(cell: Element): boolean {
  const texts = textsIn(cell)
  const all = texts.map(({ text, isMark }) => (isMark ? ' '.repeat(text.data.length) : text.data)).join('')
  const words = all.replace(address, found => ' '.repeat(found.length))
  return [...words.matchAll(word)].some(
    ({ 0: found, index }) => !spaceless.test(found) && isOverLines(texts, index, index + found.length),
  )
}

/** `start` and `end` are offsets into a cell's words. */
type PlacedText = { text: Text; start: number; end: number; isMark: boolean }

/** A mark of a note or a source is no part of the word before it. */
function textsIn(cell: Element): PlacedText[] {
  const texts: PlacedText[] = []
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    const start = texts.at(-1)?.end ?? 0
    const isMark = node.parentElement?.closest('sup') != null
    texts.push({ text: node, start, end: start + node.data.length, isMark })
  }
  return texts
}

function isOverLines(texts: readonly PlacedText[], start: number, end: number): boolean {
  const range = document.createRange()
  let line: { top: number; bottom: number } | null = null
  for (const { text, ...place } of texts) {
    if (place.end <= start || place.start >= end) continue
    range.setStart(text, Math.max(start, place.start) - place.start)
    range.setEnd(text, Math.min(end, place.end) - place.start)
    for (const { top, bottom, width } of range.getClientRects()) {
      if (width === 0) continue
      const middle = (top + bottom) / 2
      if (line && (middle < line.top || middle > line.bottom)) return true
      line ??= { top, bottom }
    }
  }
  return false
}
