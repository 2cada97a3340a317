// Changing what is typed by buttons: the query stays the one truth of what is looked for. Pure.
import { parseSearch, type SearchKind, searchKinds } from '../../shared/search/search-query.ts'

const token = /-?(?:\p{L}+:)?(?:"[^"]*"?|\S+)/gu
const textField = /^(-?)(?:title|speaker|publisher|tag):(?=.)/i

/** The query with these kinds in the place of those it had, in front, so that its last word may still go on. */
export function withKinds(query: string, kinds: readonly SearchKind[]): string {
  const rest = without(query, /^-?kind:/i)
  const fields = kinds.map(kind => `kind:${kind}`).join(' ')
  return fields === '' ? rest : `${fields} ${rest}`
}

/** The query with a kind more, or without it; with every kind it has none. */
export function withKindToggled(query: string, kind: SearchKind): string {
  const has = new Set(parseSearch(query).kinds)
  if (!has.delete(kind)) has.add(kind)
  const kinds = searchKinds.filter(each => has.has(each))
  return withKinds(query, kinds.length === searchKinds.length ? [] : kinds)
}

export function withoutLike(query: string): string {
  return without(query, /^-?like:/i)
}

export type Offer = 'kinds' | 'dates' | 'markings' | 'excluded' | 'fields' | 'phrases' | 'like'

/** What a query that finds nothing could ask for instead; none of these is empty. */
export function broaderQueries(query: string): { offer: Offer; query: string }[] {
  const broader: Record<Offer, string> = {
    kinds: without(query, /^-?kind:/i),
    dates: without(query, /^-?(?:before|after):/i),
    markings: without(query, /^-?marking:/i),
    fields: mapped(query, each => each.replace(textField, '$1')),
    phrases: mapped(query, each => each.replaceAll('"', '')),
    excluded: mapped(query, each => (/^-[^-]/.test(each) ? '' : each)),
    like: withoutLike(query),
  }
  return (Object.keys(broader) as Offer[])
    .map(offer => ({ offer, query: broader[offer] }))
    .filter(each => each.query.trim() !== query.trim() && each.query.trim() !== '')
}

/** The query as it is named in a sentence or on a tab, with a source by its title. */
export function queryInWords(query: string, likeInWords: (id: string) => string): string {
  const { like } = parseSearch(query)
  if (like === null) return query.trim()
  return [likeInWords(like), withoutLike(query).trim()].filter(Boolean).join(' · ')
}

function without(query: string, pattern: RegExp): string {
  return mapped(query, each => (pattern.test(each) ? '' : each))
}

function mapped(query: string, change: (each: string) => string): string {
  const kept = (query.match(token) ?? []).map(change).filter(Boolean).join(' ')
  // The space after the last word says that it is whole.
  return kept !== '' && /\s$/.test(query) ? `${kept} ` : kept
}
