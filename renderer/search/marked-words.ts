// What a row of the search room shows, with the words that were looked for. Pure.
import type { ExcerptPiece, SearchHit } from '../../shared/search/search-answers.ts'
import { findWordsInSource } from '../sources/find-in-source.ts'

const restOfWord = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}\p{M}\p{N}]*/uy

/** A text with some words marked, each where a word begins, and as far as that word goes: as excerpts are. */
export function markedWords(text: string, words: readonly string[]): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = []
  let at = 0
  for (const { start, end } of findWordsInSource([{ start: 0, text, block: 0 }], words)) {
    if (at < start) pieces.push({ text: text.slice(at, start), isFound: false })
    restOfWord.lastIndex = end
    at = end + (restOfWord.exec(text)?.[0].length ?? 0)
    pieces.push({ text: text.slice(start, at), isFound: true })
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false })
  return pieces
}

/** The words to mark in what a record is called: those looked for, and those found as they stand. */
export function wordsToMark({ excerpt }: Pick<SearchHit, 'excerpt'>, words: readonly string[]): string[] {
  const found = excerpt.filter(({ isFound }) => isFound).map(({ text }) => text)
  return [...new Set([...words, ...found])]
}

/**
 * Whether the excerpt says more than the title: it is not of it, and either has what was found or begins a text that a row
 * does not show otherwise.
 */
export function saysMore(
  { collection, excerpt }: Pick<SearchHit, 'collection' | 'excerpt'>,
  title: string,
): boolean {
  const text = excerpt.map(piece => piece.text).join('')
  const isOfTitle = title.includes(text.replace(/^…\s*|\s*…$/g, ''))
  const isText = collection === 'briefs' || collection === 'sources'
  return !isOfTitle && (isText || excerpt.some(({ isFound }) => isFound))
}
