// The lines of a document, in the order of reading, to its paragraphs, headings, items and rows.
import { countWords, joinLines, type KnownWords } from './hyphenation.ts'
import { joinsOn, type Line, linesOf, type Manner, startsAnew } from './line-breaks.ts'
import type { Chunk } from './lines.ts'

/** One paragraph. `pages` has where in its text a page begins (UTF-16 code units), by the page's index. */
export type Block = {
  kind: 'title' | 'heading' | 'paragraph' | 'item' | 'numbered' | 'row'
  text: string
  pages: { page: number; start: number }[]
  size: number
}

type Draft = { kind: Block['kind'] | 'note'; lines: Line[]; isIndented: boolean }

/** A heading has no more characters. */
const longestHeading = 200
const bullet = /^[•‣◦▪▫●○■□–—\u00b7\uf0b7\uf0a7\uf0d8\uf076\ufffd*-]\s+(?=\S)/u
const noteMark = /^(?:\d{1,3}|[⁰¹²³⁴-⁹]+|[*†‡§]{1,3})\s*\p{L}/u

/** The blocks of a document. `pages` has for each page the parts it is read in (see `readingOrder`), each from its top. */
export function blocksOf(pages: readonly Chunk[][][], bodySize: number): Block[] {
  const parts = pages.map((page, index) => page.map(part => linesOf(part, index)))
  const lines = parts.flat(2)
  // Some fonts give every hyphen the code of a soft one; one that is seen within a line is none.
  if (lines.some(line => /\u00ad./.test(line.text)))
    for (const line of lines) line.text = line.text.replaceAll('\u00ad', '-')
  const known = countWords(lines.map(line => line.text))
  const isBodyBold = lines.filter(line => line.isBold).length > lines.length / 2
  const hasHeadings = lines.some(line => line.tag?.role === 'heading')
  const manner: Manner = { indents: false, bodySize, isBodyBold, hasHeadings }
  const drafts = parts.map(page => page.map(part => draftsOf(part, manner)))
  const long = drafts.flat(2).filter(draft => draft.kind === 'paragraph' && draft.lines.length > 2)
  manner.indents = long.length > 0 && long.filter(draft => draft.isIndented).length > long.length / 2
  const flow: Draft[] = []
  for (const page of drafts) {
    const notes: Draft[] = []
    for (const part of page) {
      const text = textBeforeNotes(part, bodySize)
      notes.push(...part.slice(text).map(draft => ({ ...draft, kind: 'note' as const })))
      for (const draft of part.slice(0, text)) addTo(flow, draft, manner, draft === part[0])
    }
    flow.push(...notes)
  }
  return withTitle(flow.map(draft => blockOf(draft, known)))
}

function draftsOf(part: readonly Line[], manner: Manner): Draft[] {
  const drafts: Draft[] = []
  const right = part.reduce((most, line) => Math.max(most, line.x1), 0)
  const left = part.reduce((least, line) => Math.min(least, line.x0), Infinity)
  for (const [index, line] of part.entries()) {
    const last = part[index - 1]
    const draft = drafts.at(-1)
    if (last && draft && !startsAnew(last, line, part, { left, right })) {
      draft.lines.push(line)
    } else {
      const isIndented = line.x0 > left + 0.6 * line.size
      drafts.push({ kind: 'paragraph', lines: [line], isIndented })
    }
  }
  for (const draft of drafts) draft.kind = kindOf(draft, manner)
  return drafts
}

function kindOf({ lines }: Draft, { bodySize, isBodyBold, hasHeadings }: Manner): Draft['kind'] {
  const first = lines[0]
  if (!first) return 'paragraph'
  if (lines.every(line => line.isRow)) return 'row'
  if (bullet.test(first.text) || first.tag?.role === 'item')
    return /^\(?(?:\d{1,3}|[a-z])[.)]\s/.test(first.text) ? 'numbered' : 'item'
  if (first.tag?.role === 'heading') return 'heading'
  if (first.tag?.role === 'text' && hasHeadings) return 'paragraph'
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0)
  const isShort = letters <= longestHeading && lines.length <= 4 && /\p{L}/u.test(first.text)
  if (!isShort) return 'paragraph'
  const isBold = !isBodyBold && lines.every(line => line.isBold)
  // A sentence in larger type that is not bold is an opening paragraph or words pulled out of the text.
  const isSentence = !isBold && /[.。]["”»’]?$/.test(lines.at(-1)?.text ?? '')
  if (!isSentence && lines.every(line => line.size > (isBold ? 1.1 : 1.22) * bodySize)) return 'heading'
  return isBold && lines.length <= 2 && !/[.,;:]$|(?:\. ?){4}/.test(lines.at(-1)?.text ?? '')
    ? 'heading'
    : 'paragraph'
}

/** How many drafts of a part come before the notes at its foot: smaller than the text, the first with a note's mark. */
function textBeforeNotes(part: readonly Draft[], bodySize: number): number {
  let first = part.length
  for (let index = part.length - 1; index >= 0; index--) {
    const line = part[index]?.lines[0]
    if (!line || line.size > 0.93 * bodySize || part[index]?.kind === 'row') break
    if (noteMark.test(line.text)) first = index
  }
  return first
}

/** Adds a draft to what was read before, to its last paragraph where that goes on. Notes between stay before a paragraph that does. */
function addTo(flow: Draft[], draft: Draft, manner: Manner, isFirst: boolean): void {
  let at = flow.length - 1
  while (flow[at]?.kind === 'note') at--
  const last = flow[at]
  const goesOn =
    isFirst &&
    last &&
    (last.kind === 'paragraph' || last.kind === 'item' || last.kind === 'numbered') &&
    draft.kind === 'paragraph' &&
    joinsOn(last.lines, draft.lines, manner, draft.isIndented)
  if (!goesOn) {
    flow.push(draft)
    return
  }
  last.lines.push(...draft.lines)
  // The page's notes keep their page only before what runs over to the next, unless that fills the page.
  const notesPage = flow[at + 1]?.lines[0]?.page
  if (notesPage === undefined || last.lines[0]?.page !== notesPage) return
  let from = at
  while (flow[from - 1]?.kind === 'heading' && flow[from - 1]?.lines[0]?.page === notesPage) from--
  flow.push(...flow.splice(from, at - from + 1))
}

function blockOf({ kind, lines }: Draft, known: KnownWords): Block {
  const parts: string[] = []
  const pages: Block['pages'] = []
  let length = 0
  for (const [index, line] of lines.entries()) {
    const words = index === 0 && kind === 'item' ? withoutBullet(line) : line.text
    const before = parts.at(-1)
    if (before !== undefined) {
      const { kept, joint } = joinLines(before, words, known)
      parts.splice(-1, 1, kept, joint)
      length += kept.length - before.length + joint.length
    }
    if (line.page !== lines[index - 1]?.page) pages.push({ page: line.page, start: length })
    parts.push(words)
    length += words.length
  }
  const text = parts.join('')
  return {
    kind: kind === 'note' ? 'paragraph' : kind,
    // Between a note's number and its words there may be no more than a hair's breadth.
    text: kind === 'note' ? text.replace(/^(\d{1,3}|[*†‡§]+)(?=\p{Lu})/u, '$1 ') : text,
    pages,
    size: Math.max(...lines.slice(0, longestHeading).map(line => line.size)),
  }
}

/** Word draws bullets as letters of fonts that have pictures for them. */
function withoutBullet({ text, tag }: Line): string {
  return text.replace(
    tag?.role === 'item' ? /^(?:[o§ØüvÞ]|[^\p{L}\p{N}\s"“‘'([€$£¥<])\s+(?=\S)/u : bullet,
    '',
  )
}

/** The largest heading of the first page, if it is larger than all others there, is the title. */
function withTitle(blocks: Block[]): Block[] {
  const firstPage = blocks[0]?.pages[0]?.page
  const headings = blocks.filter(block => block.kind === 'heading' && block.pages[0]?.page === firstPage)
  const largest = headings.toSorted((a, b) => b.size - a.size)
  const [first, second] = largest
  if (!first || (second && second.size > 0.97 * first.size)) return blocks
  return blocks.map(block => (block === first ? { ...block, kind: 'title' as const } : block))
}
