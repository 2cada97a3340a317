import { sentencesOf } from '../extract/sentences.ts'
import { beginsCell, type ReadingBlock, readingBlocks } from '../markdown/reading-blocks.ts'
import { isAnchored } from '../model/anchor.ts'
import { pageAt } from '../model/pages.ts'
import type { Anchor, Source } from '../model/records.ts'

/**
 * Evidence's words with what stands around them in their source, as it is read; shortened parts have an ellipsis. `page` is
 * the label of the page that they begin on, null where the source has none.
 */
export type EvidenceContext = { before: string; words: string; after: string; page: string | null }

/** Characters on either side of the words. */
const mostAround = 140
/** Longer words are shown by how they begin and end: the annex has them whole beside this. */
const mostWords = 80

/**
 * The sentence around evidence in its source; where the words are all of it, the paragraph. Null where the words do not
 * stand at their place, or nothing stands around them and they are on no page.
 */
export function evidenceContext(
  anchor: Anchor,
  source: Pick<Source, 'text' | 'kind' | 'pages'>,
): EvidenceContext | null {
  if (!isAnchored(anchor, source)) return null
  const { start, end } = anchor.position
  const blocks = readingBlocks(source.text, source.kind)
  const first = blocks.find(block => (block.runs.at(-1)?.end ?? 0) > start)
  const last = blocks.findLast(block => (block.runs[0]?.start ?? end) < end)
  if (!first || !last) return null
  const head = { text: textOf(first), at: placeIn(first, start) }
  const tail = { text: textOf(last), at: placeIn(last, end) }
  const whole = { before: head.text.slice(0, head.at), after: tail.text.slice(tail.at) }
  const sentence = {
    before: head.text.slice(sentenceAt(head.text, head.at).start, head.at),
    after: tail.text.slice(tail.at, sentenceAt(tail.text, tail.at - 1).end),
  }
  const { before, after } = hasWords(sentence) ? sentence : whole
  const page = pageAt(source.pages, start)
  if (!hasWords({ before, after }) && page === null) return null
  const words = first === last ? head.text.slice(head.at, tail.at) : head.text.slice(head.at)
  return {
    before: shortenStart(asRead(before, source), mostAround),
    words: shortenMiddle(asRead(words, source)),
    after: shortenEnd(asRead(after, source), mostAround),
    page,
  }
}

function textOf(block: ReadingBlock): string {
  return block.runs.map((run, index) => (beginsCell(block, index) ? ` ${run.text}` : run.text)).join('')
}

/** Where an offset of the source stands in a block's own text. */
function placeIn(block: ReadingBlock, offset: number): number {
  let at = 0
  for (const [index, run] of block.runs.entries()) {
    if (beginsCell(block, index)) at++
    if (offset < run.end) return at + Math.max(0, offset - run.start)
    at += run.text.length
  }
  return at
}

function sentenceAt(text: string, at: number): { start: number; end: number } {
  const found = sentencesOf(text, { start: 0, end: text.length }).find(({ end }) => end > at)
  return found && found.start <= at ? found : { start: at, end: at + 1 }
}

function hasWords({ before, after }: { before: string; after: string }): boolean {
  return /[\p{L}\p{N}]/u.test(before + after)
}

/** On one line; Markdown's escapes show what they stand for. */
function asRead(words: string, { kind }: Pick<Source, 'kind'>): string {
  const shown = kind === 'text' ? words : words.replace(/\\([!-/:-@[-`{-~])/g, '$1')
  return shown.replace(/\s+/g, ' ')
}

function shortenStart(words: string, most: number): string {
  return words.length <= most ? words.trimStart() : `… ${words.slice(-most).replace(/^\S*\s/, '')}`
}

function shortenEnd(words: string, most: number): string {
  return words.length <= most ? words.trimEnd() : `${words.slice(0, most).replace(/\s\S*$/, '')} …`
}

function shortenMiddle(words: string): string {
  if (words.length <= mostWords) return words
  return `${shortenEnd(words, mostWords / 2)} ${shortenStart(words, mostWords / 2).slice(2)}`
}
