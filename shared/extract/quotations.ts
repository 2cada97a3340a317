// Runs between quotation marks.
import type { Range } from './sentences.ts'

/** A run between marks. `open` and `close` are the outer edges of the marks; start and end leave them out. */
export type Quotation = Range & {
  open: number
  close: number
  /** Index of its paragraph. */
  paragraph: number
  /** False where the paragraph ends before a closing mark. */
  isClosed: boolean
}

/** Every run between “ ” or " " of a text, in order; runs nested in one are part of it. */
export function quotationsOf(text: string, paragraphs: Range[]): Quotation[] {
  return paragraphs.flatMap((paragraph, index) => inParagraph(text, paragraph, index))
}

function inParagraph(text: string, paragraph: Range, index: number): Quotation[] {
  const runs: Quotation[] = []
  let open: number | null = null
  let depth = 0
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(/[“”„"]/g)) {
    const at = paragraph.start + match.index
    if (open === null) {
      if (opens(text, at)) [open, depth] = [at, 1]
      continue
    }
    const isNested = match[0] === '“' || match[0] === '„'
    if (isNested && text[open] !== '"') depth++
    else if (!isNested) depth--
    if (depth > 0) continue
    runs.push(run(text, open, at, at + 1, index, true))
    open = null
  }
  if (open !== null) runs.push(run(text, open, paragraph.end, paragraph.end, index, false))
  return runs
}

/** A straight mark opens where a space, an opening bracket, a dash or nothing stands before it, and a word after. */
function opens(text: string, at: number): boolean {
  if (text[at] === '”') return false
  if (text[at] !== '"') return true
  return /[\s([*_—–>-]/.test(text[at - 1] ?? ' ') && /[^\s"]/.test(text[at + 1] ?? ' ')
}

/** Markdown's emphasis inside the marks is not part of the words. */
function run(text: string, open: number, end: number, close: number, paragraph: number, isClosed: boolean) {
  let [first, last] = [open + 1, end]
  while (first < last && /[\s*_]/.test(text[first] ?? '')) first++
  while (last > first && /[\s*_]/.test(text[last - 1] ?? '')) last--
  return { open, close, start: first, end: last, paragraph, isClosed }
}

/** How many words a text has, counted up to a limit. */
export function countWords(text: string, limit: number): number {
  let count = 0
  for (const _ of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu)) if (++count >= limit) break
  return count
}

/** A title or a heading in marks: most words have capitals and no sentence ends it. */
export function looksLikeTitle(words: string): boolean {
  if (/[.!?,…—-]$/.test(words)) return false
  const long = words.slice(0, 400).match(/\p{L}{4,}/gu) ?? []
  return long.length > 0 && long.filter(word => /^\p{Lu}/u.test(word)).length >= 0.7 * long.length
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
