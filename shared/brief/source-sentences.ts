// The sentences of a source as a brief can take them over: without the source's Markdown marks, with their offsets.
import { sentencesOf } from '../extract/sentences.ts'
import { type ReadingRun, readingBlocks } from '../markdown/reading-blocks.ts'
import type { Source } from '../model/records.ts'

/** A sentence of a source; `runs` are the pieces of it that are words, by their offsets in the source's text. */
export type SourceSentence = { start: number; end: number; runs: readonly ReadingRun[] }

/** The sentences of a source's paragraphs and lists, in order; headings and code hold none. */
export function sourceSentences(source: Pick<Source, 'text' | 'kind'>): SourceSentence[] {
  return readingBlocks(source.text, source.kind)
    .filter(block => block.tag === 'p' || block.tag === 'li' || block.tag === 'blockquote')
    .flatMap(block => sentencesOfRuns(block.runs))
}

function sentencesOfRuns(runs: readonly ReadingRun[]): SourceSentence[] {
  const text = runs.map(run => run.text).join('')
  return sentencesOf(text, { start: 0, end: text.length }).flatMap(({ start, end }) => {
    const inside = cutRuns(runs, start, end)
    const [first, last] = [inside[0], inside.at(-1)]
    return first && last ? [{ start: first.start, end: last.end, runs: inside }] : []
  })
}

/** The part of a block's runs between two offsets of its own text. */
function cutRuns(runs: readonly ReadingRun[], from: number, to: number): ReadingRun[] {
  const cut: ReadingRun[] = []
  let at = 0
  for (const run of runs) {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, run.text.length)
    if (start < end) {
      cut.push({ ...run, start: run.start + start, end: run.start + end, text: run.text.slice(start, end) })
    }
    at += run.text.length
  }
  return cut
}
