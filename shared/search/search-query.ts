// What a person types to search: words, words in quotation marks, fields, and what is not to be there.

export const searchKinds = ['brief', 'source', 'quote', 'figure', 'event', 'person'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Fields of a record in which words can be looked for alone. */
export const searchFields = ['title', 'speaker', 'publisher', 'tag'] as const
export type SearchField = (typeof searchFields)[number]

/** Words that stand next to each other; the last of them may go on where `isPrefix`. `field` is null for anywhere. */
export type SearchTerm = { words: string; isPrefix: boolean; isPhrase: boolean; field: SearchField | null }

export type SearchQuery = {
  /** All of these are in what is found. */
  terms: readonly SearchTerm[]
  /** None of these is. */
  excluded: readonly SearchTerm[]
  /** Any of these; none for every kind. */
  kinds: readonly SearchKind[]
  /** Any of these, without case; none for every marking. */
  markings: readonly string[]
  /** The record's own date lies before this year, month or day (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`). */
  before: string | null
  /** It lies after the whole of this one. */
  after: string | null
  /** The id of a source that what is found is to be like. */
  like: string | null
  /** What could not be understood, as sentences. */
  problems: readonly string[]
}

const piece = /(-?)(?:(\p{L}+):)?(?:"([^"]*)("?)|(\S+))/gu
const fieldBegun = /^(?:kind|marking|before|after|like|title|speaker|publisher|tag):$/i
const notLeftOut = /^(?:marking|before|after|like)$/i
const isDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/**
 * Reads a query. Never throws: what is no field is words (`10:30`), and a field that cannot be understood is told in
 * `problems` and left out. While the last word has no space after it, it may go on.
 */
export function parseSearch(typed: string): SearchQuery {
  const query = {
    terms: [] as SearchTerm[],
    excluded: [] as SearchTerm[],
    kinds: [] as SearchKind[],
    markings: [] as string[],
    before: null as string | null,
    after: null as string | null,
    like: null as string | null,
    problems: [] as string[],
  }
  const notOfKind: SearchKind[] = []
  for (const match of typed.matchAll(piece)) {
    const [whole, minus = '', name = '', quoted, closed = '', bare = ''] = match
    // A field whose value is yet to come.
    if (quoted === undefined && fieldBegun.test(bare)) continue
    const isLast = match.index + whole.length === typed.length
    const value = quoted ?? bare
    const wordsOf = (words: string, field: SearchField | null): SearchTerm => ({
      words: words.replace(/\*$/, ''),
      isPhrase: quoted !== undefined,
      isPrefix: words.endsWith('*') || (isLast && minus === '' && (quoted === undefined || closed === '')),
      field,
    })
    const add = (term: SearchTerm) => {
      if (/[\p{L}\p{N}]/u.test(term.words)) (minus === '-' ? query.excluded : query.terms).push(term)
    }
    if (minus && notLeftOut.test(name)) {
      query.problems.push(cannotLeaveOut(name))
      continue
    }
    switch (name.toLowerCase()) {
      case 'kind': {
        const kinds = kindsNamed(value)
        if (kinds.length > 0) (minus ? notOfKind : query.kinds).push(...kinds)
        else if (value !== '' && !isLast) query.problems.push(noKind(value))
        break
      }
      case 'marking':
        if (value !== '') query.markings.push(value.toLowerCase())
        break
      case 'before':
      case 'after':
        if (isDate.test(value)) query[name.toLowerCase() as 'before' | 'after'] = value
        else if (value !== '' && !isLast) query.problems.push(noDate(name, value))
        break
      case 'like':
        query.like = value === '' ? null : value
        break
      case 'title':
      case 'speaker':
      case 'publisher':
      case 'tag':
        add(wordsOf(value, name.toLowerCase() as SearchField))
        break
      default:
        add(wordsOf(name === '' ? value : `${name}:${value}`, null))
    }
  }
  if (notOfKind.length > 0) {
    const among = query.kinds.length > 0 ? query.kinds : searchKinds
    query.kinds = among.filter(kind => !notOfKind.includes(kind))
  }
  return query
}

/** Whether a query asks for anything. */
export function isEmptySearch({ terms, kinds, markings, before, after, like }: SearchQuery): boolean {
  return [terms, kinds, markings].every(some => some.length === 0) && !before && !after && !like
}

function kindsNamed(value: string): readonly SearchKind[] {
  const name = value.toLowerCase()
  if (name === 'evidence') return ['quote', 'figure', 'event']
  if (name === 'people' || name === 'persons') return ['person']
  return searchKinds.filter(kind => kind === name || `${kind}s` === name)
}

function noKind(value: string): string {
  return `There is no kind “${value}”: it is brief, source, quote, figure, event, person or evidence.`
}

function cannotLeaveOut(field: string): string {
  return `“-${field}:” leaves nothing out: only words, kinds, titles, speakers, publishers and tags can be left out.`
}

function noDate(field: string, value: string): string {
  return `“${field}:${value}” names no date: it is a year, a month or a day, such as ${field}:2025-06.`
}
