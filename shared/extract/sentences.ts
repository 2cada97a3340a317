// Paragraphs and sentences, as ranges of the text.

/** A range of UTF-16 code units, end exclusive. */
export type Range = { start: number; end: number }

/** Lines, or blocks between blank lines where the text was broken to a fixed width. */
export function paragraphsOf(text: string): Range[] {
  const lines: Range[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length })
    start += line.length + 1
  }
  const blocks = joinedUntilBlank(text, lines)
  const chosen = isHardWrapped(text, lines, blocks) ? blocks : lines
  return chosen.filter(({ start, end }) => /\S/.test(text.slice(start, end)))
}

function joinedUntilBlank(text: string, lines: Range[]): Range[] {
  const blocks: Range[] = []
  let open: Range | null = null
  for (const line of lines) {
    const words = text.slice(line.start, line.end)
    // Headings, list items, tables and quotations in Markdown keep their lines.
    const standsAlone = /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\|)/.test(words)
    if (!/\S/.test(words) || standsAlone) open = null
    if (!/\S/.test(words)) continue
    if (open) {
      open.end = line.end
      continue
    }
    open = { ...line }
    blocks.push(open)
  }
  return blocks
}

/** Most line ends inside a block leave a sentence open, and no line is long. */
function isHardWrapped(text: string, lines: Range[], blocks: Range[]): boolean {
  if (lines.some(line => line.end - line.start > 120)) return false
  let inside = 0
  let openEnds = 0
  let block = 0
  for (const line of lines) {
    while ((blocks[block]?.end ?? Number.POSITIVE_INFINITY) < line.end) block++
    const around = blocks[block]
    if (around === undefined || line.start < around.start || line.end >= around.end) continue
    inside++
    if (!/[.!?:;"”’)*_]$/.test(text.slice(Math.max(line.start, line.end - 4), line.end).trimEnd())) openEnds++
  }
  return inside > 0 && openEnds > inside / 2
}

const abbreviations = new Set(
  (
    'mr mrs ms dr prof sen sens rep reps gov gen col lt sgt capt rev hon st jr sr jan feb mar apr jun jul aug sep sept ' +
    'oct nov dec no vs etc inc corp co ltd u.s u.k e.u u.n d.c a.m p.m i.e e.g approx est fig dept'
  ).split(' '),
)

const sentenceEnd = /[.!?…]{1,4}["”’')\]*_]{0,4}(?=\s+["“‘'(*_[]{0,4}[\p{Lu}\d])/gu

/** The sentences of one paragraph, trimmed of white space. */
export function sentencesOf(text: string, paragraph: Range): Range[] {
  const words = text.slice(paragraph.start, paragraph.end)
  const sentences: Range[] = []
  let start = 0
  for (const match of words.matchAll(sentenceEnd)) {
    if (match[0].startsWith('.') && isAbbreviation(words, match.index, match[0])) continue
    sentences.push(trimmed(words, start, match.index + match[0].length, paragraph.start))
    start = match.index + match[0].length
  }
  sentences.push(trimmed(words, start, words.length, paragraph.start))
  return sentences.filter(({ start, end }) => end > start)
}

function isAbbreviation(words: string, dot: number, end: string): boolean {
  if (end.length > 1) return false
  const before = /[\p{L}.]{1,8}$/u.exec(words.slice(Math.max(0, dot - 8), dot))?.[0]
  if (before === undefined) return false
  return abbreviations.has(before.toLowerCase()) || /^(?:\p{Lu}\.)*\p{Lu}$/u.test(before)
}

function trimmed(words: string, start: number, end: number, offset: number): Range {
  const slice = words.slice(start, end)
  const lead = slice.length - slice.trimStart().length
  return { start: offset + start + lead, end: offset + start + Math.max(lead, slice.trimEnd().length) }
}

/** The part of a range that lies in another. */
export function within(range: Range, outer: Range): Range {
  return { start: Math.max(range.start, outer.start), end: Math.min(range.end, outer.end) }
}
