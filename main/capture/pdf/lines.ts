// Fragments to pieces of line: words with the gaps between them told apart from the gaps between letters.
import { type Fragment, raised } from './fragments.ts'
import { readingOrderOf } from './right-to-left.ts'
import { isRuledBetween, mostRules, type Rule } from './rules.ts'
import type { Tag } from './tags.ts'

/** A run of words on one baseline, up to a gap that may part columns or cells. Lengths are in points. */
export type Chunk = {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  /** Wholly. */
  isBold: boolean
  startsBold: boolean
  endsBold: boolean
  isArtifact: boolean
  isFaint: boolean
  tag: Tag | null
  /** How wide its first word is. */
  firstWord: number
  /** Its place in the order in which the page is drawn. */
  drawn: number
  /** A whole row of a table, its cells parted by tabs. */
  isRow?: true
}

// Parts of the type size.
const wordGap = 0.14
/** No space of a justified line is told from a gutter by its width alone, so both are cut here; what belongs together is joined again. */
const chunkGap = 0.8
/** Longer text is not raised beside other text. */
const longestRaised = 4
const smaller = 0.85
/** A line of more pieces is a drawing made of letters. */
const mostOnALine = 500
/** Baselines that differ by less are one. */
const sameLine = 0.12

/** The chunks of a page, line by line from the top, each line from left to right. */
export function chunksOf(fragments: readonly Fragment[], rules: readonly Rule[] = []): Chunk[] {
  const upright = rules.length > mostRules ? [] : rules.filter(rule => !rule.isLevel)

  const isParted = (last: Fragment, next: Fragment) =>
    next.x0 - last.x1 > wordGap * next.size && isRuledBetween(upright, last.x1, next.x0, next.y)
  const drawn = new Map(fragments.map((fragment, index) => [fragment, index]))
  return linesOf(fragments).flatMap(line => {
    const gaps = letterGaps(line)
    const chunks: { fragment: Fragment; isWord: boolean }[][] = []
    for (const [index, fragment] of line.entries()) {
      const last = line[index - 1]
      const gap = last ? fragment.x0 - last.x1 : 0
      const size = Math.min(fragment.size, last?.size ?? 0)
      const chunk = chunks.at(-1)
      if (!last || !chunk || gap > chunkGap * size || last.tag !== fragment.tag || isParted(last, fragment)) {
        chunks.push([{ fragment, isWord: false }])
        continue
      }
      // Drawn twice, a little beside itself, to look bold.
      if (fragment.text === last.text && fragment.x0 - last.x0 < 0.2 * size) continue
      chunk.push({ fragment, isWord: isWordApart(last, fragment, gap, gaps[index] ?? 0) })
    }
    return chunks.map(chunk => chunkOf(chunk, drawn.get(chunk[0]?.fragment as Fragment) ?? 0))
  })
}

function chunkOf(parts: readonly { fragment: Fragment; isWord: boolean }[], drawn: number): Chunk {
  const fragments = parts.map(({ fragment }) => fragment)
  const [first, last] = [fragments[0], fragments.at(-1)]
  if (!first || !last) throw new RangeError('a chunk of nothing')
  const second = parts.findIndex(({ isWord }) => isWord)
  const { x1 } = extentOf(fragments)
  return {
    text: readingOrderOf(parts.map(({ fragment, isWord }) => (isWord ? ' ' : '') + fragment.text).join('')),
    x0: first.x0,
    x1,
    y: first.y,
    size: mostOf(fragments, fragment => fragment.size),
    isBold: fragments.every(fragment => fragment.isBold),
    startsBold: first.isBold,
    endsBold: last.isBold,
    isArtifact: fragments.every(fragment => fragment.isArtifact),
    isFaint: fragments.every(fragment => fragment.isFaint),
    tag: fragments.find(fragment => fragment.tag)?.tag ?? null,
    drawn,
    firstWord: (fragments[second - 1]?.x1 ?? x1) - first.x0,
  }
}

/** Where the leftmost of some texts begins, and the rightmost ends. */
export function extentOf(texts: readonly { x0: number; x1: number }[]): { x0: number; x1: number } {
  let [x0, x1] = [Infinity, -Infinity]
  for (const text of texts) {
    x0 = Math.min(x0, text.x0)
    x1 = Math.max(x1, text.x1)
  }
  return { x0, x1 }
}

/** The size that most letters have. */
export function mostOf<T extends { text: string }>(texts: Iterable<T>, sizeOf: (text: T) => number): number {
  const letters = new Map<number, number>()
  for (const text of texts) {
    const value = Math.round(sizeOf(text) * 4) / 4
    letters.set(value, (letters.get(value) ?? 0) + text.text.length)
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0]
}

function isWordApart(last: Fragment, next: Fragment, gap: number, letterGap: number): boolean {
  if (next.hasSpaceBefore) return true
  const ideographs = [last.text.at(-1), next.text[0]].filter(isIdeographic).length
  if (ideographs === 2) return false
  // Around figures and Latin words a hair is left, which is no space.
  if (ideographs === 1) return gap > 0.4 * Math.min(last.size, next.size)
  return gap > Math.max(wordGap * Math.min(last.size, next.size), letterGap)
}

/** Whether a character is of a script that sets no spaces between words. */
export function isIdeographic(character: string | undefined): boolean {
  return /^[\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/.test(character ?? '')
}

/**
 * For each fragment of a line, the gap before it that is no more than that between the letters of a spaced word:
 * nought but in runs of single letters, which all stand about equally far apart.
 */
function letterGaps(line: readonly Fragment[]): number[] {
  const found = line.map(() => 0)
  let start = 0
  for (let end = 1; end <= line.length; end++) {
    const isRun = end < line.length && isSpaced(line[end - 1], line[end])
    if (isRun) continue
    if (end - start >= 4) {
      const gaps = line
        .slice(start + 1, end)
        .map((fragment, index) => fragment.x0 - (line[start + index]?.x1 ?? 0))
        .filter((_, index) => !line[start + 1 + index]?.hasSpaceBefore)
        .sort((a, b) => a - b)
      const usual = gaps[Math.floor(gaps.length / 2)] ?? 0
      for (let index = start + 1; index < end; index++)
        found[index] = usual * 1.5 + 0.05 * (line[index]?.size ?? 0)
    }
    start = end
  }
  return found
}

function isSpaced(last: Fragment | undefined, next: Fragment | undefined): boolean {
  return last !== undefined && next !== undefined && last.text.length <= 2 && next.text.length <= 2
}

/** Fragments by baseline, from the top; each line from left to right. */
function linesOf(fragments: readonly Fragment[]): Fragment[][] {
  const lines: Fragment[][] = []
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
    const first = lines.at(-1)?.[0]
    const isSame = first && fragment.y - first.y < sameLine * Math.max(first.size, fragment.size)
    if (isSame) lines.at(-1)?.push(fragment)
    else lines.push([fragment])
  }
  const joined = joinRaised(lines)
  for (const line of joined) line.sort((a, b) => a.x0 - b.x0)
  return joined
}

/** Puts what is small, and stands beside larger type a little above or below its baseline, on the line of that. */
function joinRaised(lines: readonly Fragment[][]): Fragment[][] {
  const added = new Map<Fragment[], Fragment[]>()
  const sizes = lines.map(line => line.reduce((most, { size }) => Math.max(most, size), 0))
  const kept = lines.map((line, index) =>
    line.filter(fragment => {
      if (fragment.text.length > longestRaised || line.length > mostOnALine) return true
      const host = [1, -1, 2, -2]
        .filter(step => fragment.size < smaller * (sizes[index + step] ?? 0))
        .map(step => lines[index + step])
        .find(other => other?.some(large => isRaisedBeside(fragment, large)))
      if (!host) return true
      const y = host[0]?.y ?? fragment.y
      const text = y > fragment.y ? raised(fragment.text) : fragment.text
      added.set(host, [...(added.get(host) ?? []), { ...fragment, text, y }])
      return false
    }),
  )
  return kept
    .map((line, index) => [...line, ...(added.get(lines[index] ?? line) ?? [])])
    .filter(line => line.length > 0)
}

function isRaisedBeside(small: Fragment, large: Fragment): boolean {
  const gap = Math.max(small.x0 - large.x1, large.x0 - small.x1)
  return (
    small.size < smaller * large.size &&
    Math.abs(small.y - large.y) < 0.6 * large.size &&
    gap < 0.3 * large.size &&
    gap > -0.1 * large.size
  )
}
