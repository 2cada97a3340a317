// What a search is answered with.
import type { LibraryLists } from '../answers.ts'
import type { Collection } from '../model/records.ts'

/** Some words of a text, and whether they are among those that were looked for. */
export type ExcerptPiece = { text: string; isFound: boolean }

/** Where found words stand in a record's text or body, in UTF-16 code units, end exclusive. */
export type FoundPlace = { start: number; end: number }

/** A record as lists know it, with the words around what was found; `place` is null where that is in none of its text. */
export type SearchHit = {
  [C in Collection]: {
    collection: C
    record: LibraryLists[C][number]
    excerpt: ExcerptPiece[]
    place: FoundPlace | null
  }
}[Collection]

/** How many records of how many can be found so far. */
export type SearchProgress = { done: number; of: number }

export type SearchAnswer = {
  /** The best first. */
  hits: SearchHit[]
  /** Whether there are more than were asked for. */
  isMore: boolean
  /** Words that stand nowhere, and those like them that were looked for in their place. */
  readAs: { typed: string; read: string[] }[]
  /** The words that were looked for, to be marked in what is opened. */
  words: string[]
  /** What of the query could not be understood, as sentences. */
  problems: string[]
  /** Null once every record can be found. */
  progress: SearchProgress | null
}
