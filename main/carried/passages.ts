// Which pieces of a source's text travel with a brief: what stands around its evidence, and hardly more than its annex prints.
import { readingBlocks } from '../../shared/markdown/reading-blocks.ts'
import { isAnchored } from '../../shared/model/anchor.ts'
import { pageAt } from '../../shared/model/pages.ts'
import type { Anchor, Source } from '../../shared/model/records.ts'
import type { Passage } from './carried-brief.ts'

/** How far a passage goes on either side of the words, in UTF-16 code units: the annex shows 140, and some paragraphs are a text. */
const mostAround = 200

type Range = { start: number; end: number }

/**
 * The passages around anchors of a source, in the order of its text: of the paragraphs that the words stand in, what is near
 * them. Those that touch are one; of an anchor whose words do not stand at its place there is none.
 */
export function passagesAround(
  source: Pick<Source, 'text' | 'kind' | 'pages'>,
  anchors: readonly Anchor[],
): Passage[] {
  const { text } = source
  const lines = readingBlocks(text, source.kind).map(({ runs }) => linesOf(text, runs))
  const ranges = anchors
    .filter(anchor => isAnchored(anchor, source))
    .map(({ position }) => rangeAround(text, position, lines))
    .sort((one, other) => one.start - other.start)
  const apart: Range[] = []
  for (const range of ranges) {
    const last = apart.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else apart.push({ ...range })
  }
  return apart.map(({ start, end }) => ({
    start,
    text: text.slice(start, end),
    pages: pagesWithin(source.pages, start, end),
  }))
}

/** The whole lines that a paragraph is written on, with the marks that make it one. */
function linesOf(text: string, runs: readonly Range[]): Range {
  const [first, last] = [runs[0]?.start ?? 0, runs.at(-1)?.end ?? 0]
  const next = text.indexOf('\n', last)
  return { start: text.lastIndexOf('\n', first - 1) + 1, end: next === -1 ? text.length : next }
}

function rangeAround(text: string, words: Range, lines: readonly Range[]): Range {
  const around = lines.filter(({ start, end }) => start < words.end && words.start < end)
  const start = Math.min(words.start, ...around.map(each => each.start))
  const end = Math.max(words.end, ...around.map(each => each.end))
  return {
    start: words.start - start <= mostAround ? start : cutBefore(text, words.start - mostAround, words.start),
    end: end - words.end <= mostAround ? end : cutAfter(text, words.end, words.end + mostAround),
  }
}

/** The first whole word from an offset on. Not every language has spaces: there it is the first whole character. */
function cutBefore(text: string, from: number, at: number): number {
  const cut = /^\S*\s+/.exec(text.slice(from, at))?.[0].length
  return from + (cut ?? (isWithinCharacter(text, from) ? 1 : 0))
}

function cutAfter(text: string, at: number, to: number): number {
  const cut = text.slice(at, to).search(/\s+\S*$/)
  if (cut !== -1) return at + cut
  return isWithinCharacter(text, to) ? to - 1 : to
}

/** Whether an offset is between the two code units of one character. */
function isWithinCharacter(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}

function pagesWithin(pages: Source['pages'], start: number, end: number): Passage['pages'] {
  const first = pageAt(pages, start)
  const later = pages.filter(page => page.start > start && page.start < end)
  return [
    ...(first === null ? [] : [{ label: first, start: 0 }]),
    ...later.map(page => ({ label: page.label, start: page.start - start })),
  ]
}
