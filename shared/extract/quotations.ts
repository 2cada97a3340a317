// Runs between quotation marks, and block quotes.
import { anyMark, canClose, canOpen, closers, doubleMark } from './marks.ts'
import type { Range } from './sentences.ts'

/** A run between marks. `open` and `close` are the outer edges of the marks; start and end leave them out. */
export type Quotation = Range & {
  open: number
  close: number
  /** Index of its paragraph. */
  paragraph: number
  /** False where the paragraph ends before a closing mark. */
  isClosed: boolean
  /** Set off as a block, without marks. */
  isBlock: boolean
}

/**
 * Every run between marks of a text, in order, and each block quote without marks; runs nested in one are part of it.
 * Single marks count where the text quotes by them more often than by double ones, as British papers do.
 */
export function quotationsOf(text: string, paragraphs: Range[]): Quotation[] {
  const runs = runsBy(doubleMark, text, paragraphs)
  const hasSingle = /(?:^|[\s(])['‘]\S/.test(text)
  if (!hasSingle) return runs
  const all = runsBy(anyMark, text, paragraphs)
  const singles = all.filter(
    ({ open }) => text[open] === '‘' || (text[open] === "'" && text[open + 1] !== "'"),
  )
  const isSentence = ({ start, end }: Range) => /[.!?,]$/.test(text.slice(start, end))
  return singles.filter(isSentence).length > runs.length / 2 ? all : runs
}

function runsBy(mark: RegExp, text: string, paragraphs: Range[]): Quotation[] {
  return paragraphs.flatMap((paragraph, index) => {
    const runs = inParagraph(mark, text, paragraph, index)
    const block = runs.length === 0 ? blockQuote(text, paragraph, index) : null
    return block === null ? runs : [block]
  })
}

function inParagraph(mark: RegExp, text: string, paragraph: Range, index: number): Quotation[] {
  const runs: Quotation[] = []
  let outer: { mark: string; at: number } | null = null
  let depth = 0
  let lastClose: Range | null = null
  const finish = (end: Range, isClosed: boolean) => {
    if (outer !== null) runs.push(run(text, outer.at, outer.mark.length, end.start, end.end, index, isClosed))
    outer = null
  }
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(mark)) {
    const at = paragraph.start + match.index
    const [found] = match
    if (outer === null) {
      if (canOpen(text, at, found)) [outer, depth, lastClose] = [{ mark: found, at }, 1, null]
      continue
    }
    const opener: string = outer.mark
    const isSame = found === opener || (opener === '“' && found === '„')
    if (
      isSame &&
      canOpen(text, at, found) &&
      (found !== closers[opener]?.[0] || at > outer.at + found.length)
    )
      depth++
    else if (canClose(text, at, found, opener)) {
      depth--
      lastClose = { start: at, end: at + found.length }
    }
    if (depth === 0) finish({ start: at, end: at + found.length }, true)
  }
  // Of marks that are one too few, the last one closes.
  finish(lastClose ?? { start: paragraph.end, end: paragraph.end }, lastClose !== null)
  return runs
}

/** Markdown's `> words`, which is a quotation without marks. */
function blockQuote(text: string, { start, end }: Range, index: number): Quotation | null {
  const lead = /^\s{0,3}>[\s>]*/.exec(text.slice(start, end))?.[0]
  // "> — Ann Bell" says who spoke the lines above it.
  if (lead === undefined || /^[—–―-]/.test(text.slice(start + lead.length))) return null
  return { ...run(text, start, lead.length, end, end, index, true), isBlock: true }
}

/** Markdown's emphasis inside the marks is not part of the words. */
function run(
  text: string,
  open: number,
  width: number,
  end: number,
  close: number,
  paragraph: number,
  isClosed: boolean,
): Quotation {
  let [first, last] = [open + width, end]
  while (first < last && /[\s*_]/.test(text[first] ?? '')) first++
  while (last > first && /[\s*_]/.test(text[last - 1] ?? '')) last--
  return { open, close, start: first, end: last, paragraph, isClosed, isBlock: false }
}

/** How many words a text has, counted up to a limit; two characters of Japanese count as a word. */
export function countWords(text: string, limit: number): number {
  let count = 0
  const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]{1,2}|[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu
  for (const _ of text.matchAll(word)) if (++count >= limit) break
  return count
}

/** A title or a heading in marks: most words have capitals and no sentence ends it. */
export function looksLikeTitle(words: string): boolean {
  if (/[.!?…—-]$/.test(words)) return false
  const long = words.slice(0, 400).match(/\p{L}{4,}/gu) ?? []
  const capitals = long.filter(word => /^\p{Lu}/u.test(word)).length
  // A comma belongs to the sentence around it, unless there is so little that it may be somebody's name.
  return long.length > 0 && capitals >= (words.endsWith(',') ? Math.max(3, long.length) : 0.7 * long.length)
}

/** The run that a place lies in, marks included; null where it lies in none. */
export function runAround(runs: Quotation[]): (at: number) => Quotation | null {
  return at => {
    let [low, high] = [0, runs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((runs[middle]?.open ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const run = runs[low - 1]
    return run !== undefined && at < run.close ? run : null
  }
}
