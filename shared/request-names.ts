import type { Suggestions } from './extract/suggestions.ts'
import type { MenuCommand } from './menu-keys.ts'
import type { FoundRecord } from './model/records.ts'
import type { SearchProgress } from './search/search-answers.ts'

/** Every request the window may make. The preload lets these through and no others. */
export const requestNames = [
  'library.describe',
  'library.list',
  'library.page',
  'library.unlock',
  'library.lock',
  'passphrase.describe',
  'passphrase.prepare',
  'passphrase.put',
  'passphrase.change',
  'passphrase.remove',
  'passphrase.remember',
  'record.get',
  'record.delete',
  'record.rename',
  'backlinks.list',
  'trash.list',
  'trash.restore',
  'trash.empty',
  'version.list',
  'version.get',
  'version.restore',
  'draft.list',
  'draft.keep',
  'draft.drop',
  'draft.adopt',
  'backup.make',
  'backup.list',
  'backup.keep',
  'backup.move',
  'backup.choose',
  'backup.verify',
  'backup.restore',
  'backup.outcome',
  'backup.cancel',
  'recovery.list',
  'file.show',
  'library.export',
  'library.import',
  'sample.take',
  'notes.import',
  'source.import',
  'source.capture',
  'source.paste',
  'source.alike',
  'source.attach',
  'source.set',
  'capture.cancel',
  'quote.create',
  'quote.set',
  'figure.create',
  'figure.set',
  'event.create',
  'event.set',
  'person.create',
  'person.set',
  'person.merge',
  'person.unmerge',
  'source.suggest',
  'suggestion.refuse',
  'suggestion.restore',
  'evidence.make',
  'evidence.uses',
  'evidence.change',
  'evidence.delete',
  'evidence.restore',
  'evidence.orphaned',
  'evidence.places',
  'template.list',
  'template.show',
  'template.add',
  'template.keep',
  'template.save',
  'template.remove',
  'template.restore',
  'brief.linked',
  'brief.create',
  'brief.set',
  'brief.duplicate',
  'brief.open',
  'brief.verify',
  'brief.measure',
  'brief.pages',
  'steps.keep',
  'steps.recall',
  'finding.answer',
  'brief.attach',
  'brief.paste',
  'brief.export',
  'briefs.export',
  'brief.copy',
  'export.last',
  'export.show',
  'export.cancel',
  'brief.issue',
  'issue.check',
  'issue.list',
  'issue.get',
  'issue.save',
  'issue.export',
  'issue.compare',
  'changes.export',
  'decision.record',
  'rule.list',
  'rule.set',
  'rule.explain',
  'annex.describe',
  'search.find',
  'search.rebuild',
  'search.cancel',
  'search.saved',
  'search.save',
  'dictionary.read',
  'word.list',
  'word.set',
  'preferences.get',
  'preferences.set',
  'picture.describe',
  'recent.show',
  'file.waiting',
  'failure.note',
  'failure.save',
  'window.recall',
  'window.keep',
  'window.close',
  'window.stay',
] as const

export type RequestName = (typeof requestNames)[number]

/** A brief or a source that was open last; the id of its record. */
export type RecentPlace = { room: 'briefs' | 'sources'; id: string; title: string }

/** What the main process tells the window without being asked. */
export const noticeNames = [
  'menu.chosen',
  'export.progressed',
  'capture.progressed',
  'window.closing',
  'record.changed',
  'library.checked',
  'library.opening',
  'passphrase.progressed',
  'backup.failed',
  'backup.progressed',
  'source.suggested',
  'recent.chosen',
  'file.named',
  'search.progressed',
  'failure.noted',
] as const

export type NoticeName = (typeof noticeNames)[number]

/** Payload of each notice. */
export type Notices = {
  /** Something went wrong in the main process that nobody foresaw; it is in the log. */
  'failure.noted': null
  /** How much of the library can be searched; null once all of it can. */
  'search.progressed': SearchProgress | null
  /** How far a passphrase is tried, or a library written anew: from 0 to 1. */
  'passphrase.progressed': { done: number }
  'menu.chosen': MenuCommand
  /** What was chosen of the places that were open last. */
  'recent.chosen': RecentPlace
  /** The system asks to open files: `file.waiting` says which kinds there are. */
  'file.named': null
  /** The window is to close: it answers by the request `window.close` or, where words would be lost, `window.stay`. */
  'window.closing': null
  /** Another program changed a record; where both sides changed the same words, theirs are kept as a version. */
  'record.changed': { found: FoundRecord; isConflict: boolean }
  /** The lists were compared with the files: they are to be read anew. The problem is why they could not be. */
  'library.checked': { problem: string | null }
  /**
   * Why the first requests are not answered yet, and how far that is: an older library is backed up, or records are read
   * that the index does not know. The next start has to do that again unless it `isOnce`.
   */
  'library.opening': { stage: 'backing-up' | 'reading'; done: number; of: number; isOnce: boolean }
  /** The backup of the day could not be made; a sentence. */
  'backup.failed': { message: string }
  /** How far a backup that somebody waits for is: its files are gathered, written, or read back. */
  'backup.progressed': { stage: 'reading' | 'writing' | 'verifying'; done: number; of: number }
  /** What was found in the opening of a long text; the whole is still being read. */
  'source.suggested': { source: string; suggestions: Omit<Suggestions, 'people'> }
  /** Which file is being taken in, how far it is (`of` is 0 where nobody can know), and which of how many it is. */
  'capture.progressed': { file: string; done: number; of: number; files: { done: number; of: number } }
  /** How far an export is; of several briefs, also how many are done. */
  'export.progressed': {
    brief: string
    stage: 'composing' | 'printing' | 'writing'
    of?: { done: number; all: number }
  }
}
