// What FTS5 is asked for a query: https://www.sqlite.org/fts5.html#full_text_query_syntax
import type { SearchQuery, SearchTerm } from '../../shared/search/search-query.ts'
import { askedText } from '../../shared/search/search-text.ts'

/** Other words that stand for a term which stands nowhere. */
export type StandIns = ReadonlyMap<SearchTerm, readonly string[]>

const noStandIns: StandIns = new Map()

/** An expression for every term of a query; null where it has none. */
export function matchOf({ terms, excluded }: SearchQuery, standIns = noStandIns): string | null {
  if (terms.length === 0) return null
  const wanted = terms.map(term => termMatch(term, { standIns: standIns.get(term) })).join(' AND ')
  return excluded.length === 0 ? wanted : `(${wanted}) NOT (${anyOf(excluded)})`
}

/** An expression for any of some terms; null where there are none. */
export function anyOf(terms: readonly SearchTerm[]): string | null {
  return terms.length === 0 ? null : terms.map(term => termMatch(term)).join(' OR ')
}

/** `standIns` may stand in its place; `letters` is how many of a word make what it may go on as. */
export function termMatch(
  { words, isPrefix, field }: SearchTerm,
  { standIns = [], letters = 2 }: { standIns?: readonly string[] | undefined; letters?: number } = {},
): string {
  const { text, goesOn } = askedText(words)
  const own = quoted(text) + (goesOn || (isPrefix && words.length >= letters) ? ' *' : '')
  const any = [own, ...standIns.map(quoted)].join(' OR ')
  return field === null ? `(${any})` : `{${field}} : (${any})`
}

/** The same of titles, names and tags, where a single letter may go on; of what is excluded these know too little. */
export function headMatchOf({ terms }: SearchQuery): string {
  return terms.map(term => termMatch(term, { letters: 1 })).join(' AND ')
}

/** What begins with one letter is nearly everything: it is looked for in titles and names alone. */
export function isOneLetter(words: string): boolean {
  return words.length === 1
}

function quoted(words: string): string {
  return `"${words.replace(/["\0]/g, ' ')}"`
}
