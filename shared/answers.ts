// What requests answer with, beside whole records.

import type { DecisionBlock } from './brief/decision-blocks.ts'
import type { ExportFormat } from './brief/export-format.ts'
import type { Brief, Collection, Event, Figure, FoundRecord, Person, Quote, Source } from './model/records.ts'
import type { Finding } from './verify/finding.ts'

export type PassphraseDescription = {
  state: 'plain' | 'open' | 'locked'
  folder: string
  name: string
  /** Whether this computer's keychain keeps the key, and why it cannot (a sentence); null where it can. */
  isRemembered: boolean
  whyNotRemembered: string | null
  /** Backups of the app's own making, and what restores moved aside, that lie in the clear: paths. */
  plainBackups: string[]
}

export type LibraryDescription = {
  folder: string
  name: string
  /** Whether it is under a passphrase. */
  isSealed: boolean
  /** Why it can only be read, and what to do about it: parts of a sentence. Null where it can be written. */
  whyReadOnly: { what: string; remedy: string } | null
  /** Files that could not be read at the start: kept, and out of the way. */
  setAside: SetAsideFile[]
}

/**
 * An unreadable file: where it was, where it is kept now (null where it was left alone), and why. `replacedBy` is the
 * instant of the state that was put in its place; null where there was none.
 */
export type SetAsideFile = { file: string; keptAs: string | null; reason: string; replacedBy: string | null }

/**
 * A file that could not be read, with the record that stands in its place now; null where there is none. `at` is the
 * instant at which an earlier session set it aside, and null for what this one found; `reason` is known of that alone.
 */
export type RecoveredFile = {
  file: string
  keptAs: string | null
  reason: string | null
  replacedBy: string | null
  at: string | null
  record: { collection: Collection; id: string; title: string } | null
}

/**
 * Where the backups of every day go, and those there are, newest first. `problem` and `failure` are sentences about the
 * place, and about the last one that could not be made. `movedAside` are libraries that a restore has replaced.
 */
export type BackupList = {
  folder: string
  isChosen: boolean
  problem: string | null
  failure: { at: string; message: string } | null
  backups: { file: string; at: string; bytes: number }[]
  movedAside: string[]
}

/**
 * What came of a restore in the library's place. `restored`: it is the backup's, and what it was is in `aside`. `undone`:
 * it was cut off, and the library is what it was. `left`: there is a library in each place, and nothing was touched.
 */
export type RestoreOutcome = { is: 'restored' | 'undone' | 'left'; backup: string; aside: string }

/** A deleted record. `deletedAt` is an instant; null where it is not known. */
export type TrashedRecord = FoundRecord & { deletedAt: string | null }

/** A source without what is only needed where it is read. */
export type SourceSummary = Omit<Source, 'text' | 'pages' | 'refused'>
export type BriefSummary = Omit<Brief, 'body'>

/** What lists need: evidence whole; sources and briefs without their texts. Newest first. */
export type LibraryLists = {
  sources: SourceSummary[]
  briefs: BriefSummary[]
  quotes: Quote[]
  figures: Figure[]
  events: Event[]
  people: Person[]
}

/** A source that was kept, or that was there already with the very same words. */
export type Kept = { source: SourceSummary; isKnown: boolean }

/**
 * The source of each file, and each that could not become one with the reason; none at all when the dialog was closed.
 * `known` are ids of sources that had the very words already, and were not stored twice.
 */
export type ImportOutcome = {
  sources: SourceSummary[]
  known: string[]
  failures: { file: string; message: string }[]
  /** Files of a ZIP that are none to make a source of, such as pictures. */
  leftOut: string[]
  /** Whether a person broke it off; what was in by then stays in. */
  isCancelled: boolean
}

/** A template that a person keeps in the library. Where it cannot be used, `title` is null and `fault` a part of a sentence. */
export type OwnTemplate =
  | { name: string; title: string; fault: null }
  | { name: string; title: null; fault: string }

/** What the trash shows of a record: as lists know it. */
export type TrashedSummary = {
  [C in Collection]: { collection: C; record: LibraryLists[C][number]; deletedAt: string | null }
}[Collection]

/** A place in a source that orphaned evidence may be moved to; with the text around it, as it is read. */
export type CandidatePlace = { start: number; end: number; before: string; words: string; after: string }

/** Fields of a brief that were typed and never saved, and when (an instant). */
export type UnsavedDraft = { id: string; at: string; fields: Partial<Brief> }

/** The same of a brief that is gone: its last title known, and whether it lies in the trash. */
export type StrayDraft = UnsavedDraft & { title: string; isInTrash: boolean }

/** The file that a brief was exported to, and those that stand beside it. */
export type ExportOutcome = {
  file: string
  also: string[]
  format: ExportFormat
  brief: string
  findings: Finding[]
}

/**
 * What came of exporting several briefs: the files that were written, with how many errors stand in each that nobody has answered,
 * and a sentence for each that was not.
 */
export type SeveralExported = {
  folder: string
  files: { file: string; openErrors: number }[]
  failures: string[]
  isCancelled: boolean
}

/** What a brief is after it was issued, the version that it has now, and the findings that stand in it. */
export type IssueOutcome = { brief: Brief; issue: Brief['issues'][number]; findings: Finding[] }

/**
 * The issued versions of a brief, newest first: `at` is an instant, `manifest` a SHA-256. Where a version cannot be read or
 * is not what was frozen any more, `problem` is a sentence that says so, `pages` null and `recommendations` empty.
 * `decisions` are the events that came back on it, in the order of their days.
 */
export type IssueList = {
  version: number
  at: string
  manifest: string
  pages: number | null
  problem: string | null
  recommendations: DecisionBlock[]
  decisions: Event[]
}[]

/**
 * How long a brief is against what its form allows: its pages in print, and the words of its bottom line. Null where the
 * form sets no such limit. `counted` is null until pages were counted; where they are not of this text, they are those of
 * what it said before. What is too long is not told of where the check of it is off.
 */
export type BriefLength = {
  pages: { counted: number | null; isOfThisText: boolean; limit: number; isTooLong: boolean } | null
  bottomLine: { heading: string; words: number; limit: number; isTooLong: boolean } | null
}
