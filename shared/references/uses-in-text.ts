// Where the text of a brief refers to a record, with the sentence that a reader would look for.
import { paragraphsOf, sentencesOf } from '../extract/sentences.ts'
import type { Reference } from './reference.ts'
import { placeAt } from './text-place.ts'

/** `line` and `column` count from 1; `words` are what the reference shows, as a range of the sentence. */
export type TextUse = {
  line: number
  column: number
  sentence: string
  words: { start: number; end: number }
}

/** What a reference without a label shows. */
type Show = (reference: Pick<Reference, 'kind' | 'id'>) => string

/** The uses of some ids among the references of a text, in order. */
export function usesInText(
  markdown: string,
  references: readonly Reference[],
  isSought: (id: string) => boolean,
  show: Show,
): (TextUse & { id: string })[] {
  return references.flatMap((reference, index) =>
    isSought(reference.id)
      ? [
          {
            id: reference.id,
            ...placeAt(markdown, reference.start),
            ...sentenceAround(markdown, references, index, show),
          },
        ]
      : [],
  )
}

/** How far a sentence is read on either side, in UTF-16 code units. */
const longestSide = 2000

function sentenceAround(markdown: string, references: readonly Reference[], index: number, show: Show) {
  const reference = references[index] as Reference
  const { start: from, end: to } = linesAround(markdown, reference)
  let shown = ''
  let masked = ''
  let target = { start: 0, end: 0 }
  let at = from
  for (const each of nearby(references, index, from, to)) {
    shown += markdown.slice(at, each.start)
    masked += markdown.slice(at, each.start)
    const words = each.label || show(each)
    if (each === reference) target = { start: shown.length, end: shown.length + words.length }
    shown += words
    masked += withoutInnerEnds(words)
    at = each.end
  }
  shown += markdown.slice(at, to)
  masked += markdown.slice(at, to)
  const sentence = paragraphsOf(masked)
    .flatMap(paragraph => sentencesOf(masked, paragraph))
    .find(({ start, end }) => start <= target.start && target.start < Math.max(end, start + 1)) ?? {
    start: 0,
    end: shown.length,
  }
  const before = plain(shown.slice(sentence.start, target.start)).trimStart()
  const words = plain(shown.slice(target.start, target.end))
  const after = plain(shown.slice(target.end, Math.max(sentence.end, target.end))).trimEnd()
  return {
    sentence: before + words + after,
    words: { start: before.length, end: before.length + words.length },
  }
}

/** The lines of the paragraph that a reference stands in; its own alone where it is a block. */
function linesAround(markdown: string, { start, end, block }: Reference): { start: number; end: number } {
  const gap = block ? /\n/g : /\n[ \t]*(?=\n)|\n(?=[ \t]*(?:#{1,6} |[-*+] |\d+[.)] |>|\||::))/g
  const least = Math.max(0, start - longestSide)
  let from = least
  for (const { index } of markdown.slice(least, start).matchAll(gap)) from = least + index + 1
  // A heading ends with its line, and only the first line here can be one.
  const heading = /^[ \t]*#{1,6} .*\n/.exec(markdown.slice(from, start))
  if (heading) from += heading[0].length
  gap.lastIndex = 0
  const rest = markdown.slice(end, end + longestSide)
  const next = gap.exec(rest)
  return { start: from, end: end + (next?.index ?? rest.length) }
}

function nearby(
  references: readonly Reference[],
  index: number,
  from: number,
  to: number,
): readonly Reference[] {
  let first = index
  let last = index
  while ((references[first - 1]?.start ?? -1) >= from) first--
  while ((references[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= to) last++
  return references.slice(first, last + 1)
}

/** A sentence that ends within the words of a quote does not end the one that quotes it, unless they end together. */
function withoutInnerEnds(words: string): string {
  const ending = /[.!?…]+["”’»]*$/.exec(words)?.[0] ?? ''
  return words.slice(0, words.length - ending.length).replace(/[.!?…\n]/g, ',') + ending
}

/** As it is read: on one line, without the marks of lists, headings and emphasis. */
function plain(text: string): string {
  return text
    .replace(/^[ \t]*(?:#{1,6} |[-*+] |\d+[.)] |(?:> ?)+)/gm, '')
    .replace(/\*\*|__|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
}
