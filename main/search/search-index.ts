// The words of a library, and the records that they stand in.
import type { Collection, FoundRecord } from '../../shared/model/records.ts'
import { NearWords } from '../../shared/search/near-words.ts'
import { type RecordWords, recordWords } from '../../shared/search/record-words.ts'
import { parseSearch, type SearchQuery, type SearchTerm } from '../../shared/search/search-query.ts'
import { foldCase, foldedWords, indexedText, isUnspaced } from '../../shared/search/search-text.ts'
import type { Connect, Database } from './fts5.ts'
import { anyOf, headMatchOf, isOneLetter, matchOf, type StandIns, termMatch } from './match-words.ts'
import { type OpenIndex, openSearchDatabase, type RowFilter, usualConnection } from './search-database.ts'

/** A record to be found; `stamp` says of which state of its file its words are. */
export type IndexedRecord = {
  collection: Collection
  id: string
  stamp: string | null
  updatedAt: string
  words: RecordWords
}

/** What of a record its index needs. */
export function indexedRecord(found: FoundRecord, stamp: string | null): IndexedRecord {
  const { collection, record } = found
  return { collection, id: record.id, stamp, updatedAt: record.updatedAt, words: recordWords(found) }
}

export type FoundId = { collection: Collection; id: string }

export type Found = {
  /** The best first. */
  ids: FoundId[]
  isMore: boolean
  readAs: { typed: string; read: string[] }[]
  /** Words like those typed by which some were found, whether or not the typed ones stand somewhere. */
  alike: string[]
}

type Row = {
  row: number
  id: string
  collection: Collection
  kind: string
  updated_at: string
  score: number
}

/** Of more records than these, the newest are weighed: a word that stands in so many says little of any. */
const mostWeighed = 400
/** So many of them at least are told, for what is recent to be lifted among them. */
const leastTold = 60
/** Fewer found than these, and words that are like the ones typed are looked for too. */
const few = 5
/** How many words of the vocabulary are read at once. */
const wordsAtOnce = 2000
/** A change of so many days ago is half as recent as one of now. */
const halfLife = 30
/** What somebody wrote weighs more than what is kept for it. */
const weightOf: Record<string, number> = { brief: 1.4, source: 1.2, person: 1.2 }

export class SearchIndex {
  #path: string
  readonly #connect: Connect
  #database: Database
  #statements: OpenIndex['statements']
  /** Null until somebody mistypes: to read it takes as long as reading the whole index. */
  #near: NearWords | null = null
  #isWriting = false

  /** The index in a file, or `:memory:`: see `openSearchDatabase`. */
  constructor(path: string, connect = usualConnection) {
    this.#path = path
    this.#connect = connect
    ;({ database: this.#database, statements: this.#statements } = openSearchDatabase(path, connect))
  }

  /** How many records can be found. */
  get size(): number {
    return Number(this.#statements.count.get()?.count)
  }

  /** The stamps of the records whose ids come after one, up to another that is included. */
  stamps(after: string, last: string): Map<string, string | null> {
    const rows = this.#statements.stamps.all(after, last)
    return new Map(rows.map(row => [String(row.id), row.stamp as string | null]))
  }

  /** Takes a record in, in the place of what was known of it. Whoever searches next finds it. */
  put({ collection, id, stamp, updatedAt, words }: IndexedRecord): void {
    const known = this.#statements.docOf.get(id)
    // Whoever reads a record tells of it too.
    if (known && stamp !== null && known.stamp === stamp) return
    this.#begin()
    this.#take(id)
    const { title, speaker, publisher, tag, text, kind, firstDay, lastDay, marking } = words
    const { put, putHeads, putWords } = this.#statements
    const row = put.run(id, collection, stamp, updatedAt, kind, firstDay, lastDay, marking).lastInsertRowid
    const heads = [title, speaker, publisher, tag].map(indexedText)
    const indexed = indexedText(text)
    putHeads.run(row, ...heads)
    putWords.run(row, ...heads, indexed)
    if (this.#near)
      // How often is as of when they were read: a record that is saved a hundred times stands for one.
      for (const word of new Set(foldedWords([...heads, text].join('\n'))))
        if (this.#near.countOf(word) === 0) this.#near.add(word, 1)
  }

  delete(id: string): void {
    this.#begin()
    this.#take(id)
  }

  #take(id: string): void {
    const row = this.#statements.docOf.get(id)?.row
    if (row === undefined) return
    this.#statements.delete.run(row)
    this.#statements.deleteWords.run(row)
    this.#statements.deleteHeads.run(row)
  }

  #begin(): void {
    if (this.#isWriting) return
    // At once, so that another process is waited for.
    this.#database.exec('BEGIN IMMEDIATE')
    this.#isWriting = true
  }

  /** Writes what was put and deleted, as one. */
  commit(): void {
    if (!this.#isWriting) return
    this.#isWriting = false
    this.#database.exec('COMMIT')
  }

  /**
   * Merges what was written apart, for a search to read less, and stops after so many milliseconds: work that can wait. Whether
   * some of it is left.
   */
  tidy(longest: number): boolean {
    if (this.#isWriting) return false
    const until = performance.now() + longest
    const changes = () => Number(this.#statements.changes.get()?.count)
    for (const merge of [this.#statements.mergeWords, this.#statements.mergeHeads])
      for (let before = changes(); ; ) {
        merge.run()
        const after = changes()
        // One that finds nothing to do counts less than two: https://www.sqlite.org/fts5.html#the_merge_command
        if (after - before < 2) break
        if (performance.now() >= until) return true
        before = after
      }
    this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)')
    return false
  }

  /** The records that a query asks for, `limit` at most. */
  find(typed: string | SearchQuery, limit: number, now: Date): Found {
    const query = typeof typed === 'string' ? parseSearch(typed) : typed
    const told = Math.max(limit + 1, leastTold)
    const exact = this.#ranked(query, new Map(), told, now)
    const isTypo = exact.length < few && query.terms.some(isMistakable)
    const standIns = isTypo ? this.#standIns(query) : new Map<SearchTerm, string[]>()
    const near = standIns.size === 0 ? [] : this.#ranked(query, standIns, told, now)
    const known = new Set(exact.map(({ id }) => id))
    const rows = [...exact, ...near.filter(({ id }) => !known.has(id))]
    return {
      ids: rows.slice(0, limit).map(({ collection, id }) => ({ collection, id })),
      isMore: rows.length > limit,
      alike: near.length === 0 ? [] : [...standIns.values()].flat(),
      readAs:
        exact.length > 0 || near.length === 0
          ? []
          : [...standIns].map(([{ words }, read]) => ({ typed: words, read })),
    }
  }

  /** The records that share the words which tell a text from all others, without the one it is of. */
  like(text: string, id: string, query: SearchQuery, limit: number): Found {
    const near = this.#vocabulary()
    const size = this.size
    const counts = new Map<string, number>()
    for (const word of foldedWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    const telling = [...counts]
      .map(([word, count]) => ({ word, count, stands: near.countOf(word) }))
      .filter(({ word, stands }) => word.length > 1 && stands > 1 && stands < size / 5 && !/^\d+$/.test(word))
      .map(({ word, count, stands }) => ({ word, weight: (1 + Math.log(count)) * Math.log(size / stands) }))
      .sort((one, other) => other.weight - one.weight)
      .slice(0, 16)
    if (telling.length === 0) return { ids: [], isMore: false, readAs: [], alike: [] }
    const like = telling.map(({ word }) => `"${word}"`).join(' OR ')
    const wanted = matchOf({ ...query, excluded: [] })
    const without = anyOf(query.excluded)
    const match = wanted === null ? `(${like})` : `(${like}) AND ${wanted}`
    const rows = this.#rows('best', {
      match: without === null ? match : `(${match}) NOT (${without})`,
      ...filterOf(query),
      limit: limit + 2,
    }).filter(row => row.id !== id)
    const ids = rows.slice(0, limit).map(({ collection, id }) => ({ collection, id }))
    return { ids, isMore: rows.length > limit, readAs: [], alike: [] }
  }

  #ranked(query: SearchQuery, standIns: StandIns, limit: number, now: Date): Row[] {
    const match = matchOf(query, standIns)
    const only = filterOf(query)
    if (match === null) {
      const isAsked = Object.values(only).some(Boolean) || query.excluded.length > 0
      const without = { ...only, match: anyOf(query.excluded), limit }
      return isAsked ? this.#rows('filtered', without) : []
    }
    const rows = this.#weighed('words', match, only, limit)
    // Fewer than are told: none was left out.
    const isWhole = rows.length < limit && !query.terms.some(({ words }) => isOneLetter(words))
    const heads = isWhole
      ? []
      : this.#weighed('heads', headMatchOf(query), only, limit, anyOf(query.excluded))
    const known = new Map(heads.length === 0 ? [] : rows.map(row => [row.id, row]))
    for (const head of heads) {
      const row = known.get(head.id)
      if (row) row.score += head.score
      else known.set(head.id, head)
    }
    const all = heads.length === 0 ? rows : [...known.values()]
    for (const row of all) row.score = lifted(row, now)
    return all.sort((one, other) => other.score - one.score)
  }

  #weighed(
    table: 'words' | 'heads',
    match: string,
    only: RowFilter,
    limit: number,
    without?: string | null,
  ): Row[] {
    const asked = {
      match,
      weighed: Math.max(mostWeighed, limit),
      limit,
      // Of `words` they are in the match.
      ...(without !== undefined && { without }),
    }
    const isFiltered = Object.values(only).some(Boolean)
    return isFiltered ? this.#rows(`${table}Of`, { ...asked, ...only }) : this.#rows(table, asked)
  }

  #rows(
    question: 'words' | 'wordsOf' | 'heads' | 'headsOf' | 'best' | 'filtered',
    asked: Record<string, string | number | null>,
  ): Row[] {
    return this.#statements[question].all(asked) as unknown as Row[]
  }

  /** Words like those that stand nowhere; where few were found for a single word, words like that. */
  #standIns({ terms }: SearchQuery): Map<SearchTerm, string[]> {
    const mistakable = terms.filter(isMistakable)
    const absent = mistakable.filter(term => this.#isNowhere(term))
    const standIns = new Map<SearchTerm, string[]>()
    for (const term of absent.length > 0 || terms.length > 1 ? absent : mistakable) {
      const word = foldCase(term.words)
      const near = this.#vocabulary().near(word, false)
      const read = near.length === 0 && term.isPrefix ? this.#vocabulary().near(word, true) : near
      if (read.length > 0) standIns.set(term, read)
    }
    return standIns
  }

  #isNowhere(term: SearchTerm): boolean {
    return this.#statements.stands.get(termMatch(term)) === undefined
  }

  #vocabulary(): NearWords {
    if (this.#near) return this.#near
    const near = new NearWords()
    for (let last = ''; ; ) {
      const rows = this.#statements.vocabulary.all(last, wordsAtOnce)
      for (const { term, doc } of rows) near.add(String(term), Number(doc))
      if (rows.length < wordsAtOnce) break
      last = String(rows.at(-1)?.term)
    }
    this.#near = near
    return near
  }

  has(id: string): boolean {
    return this.#statements.docOf.get(id) !== undefined
  }

  /** Begins with nothing, also where what there is cannot be read or written any more. */
  clear(path = this.#path): void {
    try {
      this.close()
    } catch {
      // What it could not write is read from the files again.
    }
    this.#near = null
    this.#path = path
    ;({ database: this.#database, statements: this.#statements } = openSearchDatabase(
      path,
      this.#connect,
      true,
    ))
  }

  close(): void {
    try {
      this.commit()
    } finally {
      this.#database.close()
    }
  }
}

/** A single word that a slip of the finger may have made. */
function isMistakable({ words, isPhrase }: SearchTerm): boolean {
  return !isPhrase && /^[\p{L}\p{M}]{3,}$/u.test(words) && !isUnspaced(words)
}

function filterOf({ kinds, markings, before, after }: SearchQuery): RowFilter {
  const list = (values: readonly string[]) => (values.length === 0 ? null : JSON.stringify(values))
  return { kinds: list(kinds), markings: list(markings), before, after }
}

/** How good a record is, lifted where somebody works on it now. */
function lifted({ score, kind, updated_at }: Row, now: Date): number {
  const days = Math.max(0, (now.getTime() - Date.parse(updated_at)) / 86_400_000)
  return score * (weightOf[kind] ?? 1) * (1 + 0.5 * 2 ** (-days / halfLife))
}
