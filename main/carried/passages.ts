// Which pieces of a source's text travel with a brief: the paragraphs that its evidence stands in, and no more.
import { isAnchored } from '../../shared/model/anchor.ts'
import { pageAt } from '../../shared/model/pages.ts'
import type { Anchor, Source } from '../../shared/model/records.ts'
import type { Passage } from './carried-brief.ts'

/** How far a passage goes on either side of the words, in UTF-16 code units: some paragraphs are a whole text. */
const mostAround = 600

const blankLine = /\n[^\S\n]*\n/g

/**
 * The passages around anchors of a source, in the order of its text. Those that touch are one; of an anchor whose words do not
 * stand at its place there is none.
 */
export function passagesAround(
  source: Pick<Source, 'text' | 'pages'>,
  anchors: readonly Anchor[],
): Passage[] {
  const { text } = source
  const ranges = anchors
    .filter(anchor => isAnchored(anchor, source))
    .map(({ position }) => ({ start: startAround(text, position.start), end: endAround(text, position.end) }))
    .sort((one, other) => one.start - other.start)
  const apart: { start: number; end: number }[] = []
  for (const range of ranges) {
    const last = apart.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else apart.push(range)
  }
  return apart.map(({ start, end }) => ({
    start,
    text: text.slice(start, end),
    pages: pagesWithin(source.pages, start, end),
  }))
}

/** Where the paragraph begins, or the first whole word within reach. */
function startAround(text: string, at: number): number {
  const from = Math.max(0, at - mostAround)
  const before = text.slice(from, at)
  const blank = [...before.matchAll(blankLine)].at(-1)
  if (blank) return from + blank.index + blank[0].length
  if (from === 0) return 0
  // Not every language has spaces.
  const cut = /^\S*\s+/.exec(before)?.[0].length ?? (isWithinCharacter(text, from) ? 1 : 0)
  return from + cut
}

function endAround(text: string, at: number): number {
  const to = Math.min(text.length, at + mostAround)
  const after = text.slice(at, to)
  const blank = after.search(blankLine)
  if (blank !== -1) return at + blank
  if (to === text.length) return at + after.trimEnd().length
  const cut = after.search(/\s+\S*$/)
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
