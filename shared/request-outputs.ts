// What every request answers with, where it was not refused.
import type {
  BackupList,
  BriefLength,
  CandidatePlace,
  ExportOutcome,
  ImportOutcome,
  IssueList,
  IssueOutcome,
  Kept,
  LibraryDescription,
  LibraryLists,
  OwnTemplate,
  PassphraseDescription,
  RecoveredFile,
  RestoreOutcome,
  SeveralExported,
  SourceSummary,
  StrayDraft,
  TrashedSummary,
  UnsavedDraft,
} from './answers.ts'
import type { Backlinks } from './backlinks.ts'
import type { EvidenceContext } from './brief/evidence-context.ts'
import type { ExportLook } from './brief/export-format.ts'
import type { KnownPictures } from './brief/picture-html.ts'
import type { Template } from './brief/template.ts'
import type { LibraryExport, LibraryImport, NotesImport, OpenedBrief } from './exchange.ts'
import type { Suggestions } from './extract/suggestions.ts'
import type { BriefChanges } from './issue/brief-changes.ts'
import type { FrozenBrief } from './issue/frozen-brief.ts'
import type { Preferences } from './model/preferences.ts'
import type {
  Brief,
  Collection,
  Event,
  EvidenceCollection,
  Figure,
  FoundRecord,
  Person,
  Quote,
  Source,
} from './model/records.ts'
import type { RequestName } from './request-names.ts'
import type { SearchAnswer } from './search/search-answers.ts'
import type { RuleExplanation } from './verify/explain-rule.ts'
import type { Finding } from './verify/finding.ts'
import type { RuleState } from './verify/rule-states.ts'

export type RequestOutput<Name extends RequestName> = RequestOutputs[Name]

export type RequestOutputs = {
  'library.describe': LibraryDescription
  'library.list': LibraryLists
  'library.page': { records: LibraryLists[Collection] }
  'search.find': SearchAnswer
  'search.rebuild': null
  'search.cancel': null
  /** Queries as they were typed, in the order of the alphabet. */
  'search.saved': { queries: string[] }
  'search.save': { queries: string[] }
  'dictionary.read': { bytes: Uint8Array }
  'word.list': { words: string[] }
  'word.set': { words: string[] }
  'preferences.get': Preferences
  'preferences.set': Preferences
  'library.unlock': null
  'library.lock': null
  'passphrase.describe': PassphraseDescription
  /** The recovery key in groups, with hyphens; it is told this once. */
  'passphrase.prepare': { recoveryKey: string }
  'passphrase.put': null
  'passphrase.change': null
  'passphrase.remove': null
  'passphrase.remember': null
  'record.get': FoundRecord
  'record.delete': { id: string }
  'record.rename': FoundRecord
  'backlinks.list': Backlinks
  'trash.list': { records: TrashedSummary[] }
  'trash.restore': FoundRecord
  'trash.empty': { deleted: number }
  /** Instants, newest first. */
  'version.list': { versions: string[] }
  'version.get': FoundRecord
  'version.restore': FoundRecord
  'draft.list': { drafts: UnsavedDraft[]; strays: StrayDraft[] }
  'draft.keep': null
  'draft.drop': null
  'draft.adopt': Brief
  /** Null where the person closed the save dialog, or broke it off. */
  'backup.make': { file: string; files: number; bytes: number } | null
  'backup.list': BackupList
  /** Null where it was broken off; so is the reading back. */
  'backup.keep': { file: string; files: number; bytes: number } | null
  'backup.move': { isMoved: boolean }
  /** Null where the person closed the dialog. */
  'backup.choose': { file: string } | null
  /** When it was made (an instant), of how many files, and whether it has no passphrase where the library has one. */
  'backup.verify': { file: string; madeAt: string; files: number; takesPassphraseOff: boolean } | null
  /** The folder of the restored library; null where the person closed the dialog. */
  'backup.restore': { folder: string } | null
  'backup.outcome': { outcome: RestoreOutcome | null }
  'backup.cancel': null
  'recovery.list': { found: RecoveredFile[]; earlier: RecoveredFile[] }
  'file.show': null
  /** Null where the person closed the dialog; so are the next two. */
  'library.export': LibraryExport | null
  'library.import': LibraryImport | null
  'sample.take': LibraryImport
  'notes.import': NotesImport | null
  'source.import': ImportOutcome
  'source.capture': ImportOutcome
  'source.paste': Kept
  'source.attach': Source
  'source.alike': { sources: SourceSummary[] }
  'capture.cancel': null
  'source.set': Source
  'quote.create': Quote
  'quote.set': Quote
  'figure.create': Figure
  'figure.set': Figure
  'event.create': Event
  'event.set': Event
  'person.create': Person
  'person.set': Person
  /** The kept one, and how many quotes and briefs were led there. */
  'person.merge': { person: Person; quotes: number; briefs: number }
  /** The kept one, as it was. */
  'person.unmerge': Person
  'source.suggest': Omit<Suggestions, 'people'>
  'suggestion.refuse': Source
  'suggestion.restore': Source
  'evidence.make': { quotes: Quote[]; figures: Figure[]; events: Event[] }
  /** How many saved briefs mention each id that any of them mentions. */
  'evidence.uses': { uses: Record<string, number> }
  'evidence.change': Pick<LibraryLists, EvidenceCollection>
  'evidence.delete': { ids: string[] }
  'evidence.restore': Pick<LibraryLists, EvidenceCollection>
  'evidence.orphaned': { ids: string[] }
  'evidence.places': { isOrphaned: boolean; places: CandidatePlace[] }
  /** All that can be used; of them and the others, those that a person keeps in the library; and the names of what was deleted or replaced. */
  'template.list': { templates: Template[]; own: OwnTemplate[]; inTrash: string[] }
  'template.show': { text: string }
  /** Whether another one of that name went to the trash. Null where the person closed the dialog. */
  'template.add': { name: string; isReplaced: boolean } | null
  'template.keep': { name: string }
  /** The file; null where the person closed the dialog. */
  'template.save': { file: string } | null
  'template.remove': null
  'template.restore': null
  'brief.linked': Omit<LibraryLists, 'briefs'>
  'brief.create': Brief
  'brief.set': Brief
  'brief.duplicate': Brief
  /** Null where the person closed the dialog. */
  'brief.open': OpenedBrief | null
  'brief.verify': { findings: Finding[] }
  'brief.measure': BriefLength
  /** The bytes of a PDF; another `print` is another one. Null where it was dropped. */
  'brief.pages': { print: string; pdf: Uint8Array } | null
  /** Null where the person closed the save dialog. */
  'brief.attach': { sha256: string }
  'steps.keep': null
  /** Null where none were kept today. */
  'steps.recall': { steps: string | null }
  /** Null where the piece says no more than its words, or cannot be read. */
  'brief.paste': { markdown: string | null }
  'brief.export': ExportOutcome | null
  'briefs.export': SeveralExported | null
  /** HTML, and the same as Markdown. */
  'brief.copy': { html: string; text: string }
  'export.last': ExportLook
  'export.show': null
  'export.cancel': null
  /** `pages` is null where they cannot be told; `next` is the version that issuing would make. */
  'issue.check': { findings: Finding[]; pages: number | null; next: number }
  'brief.issue': IssueOutcome
  'issue.list': { issues: IssueList }
  'issue.get': FrozenBrief
  /** Null where the person closed the save dialog; so are the next of a folder and of a file. */
  'issue.save': { file: string } | null
  'issue.export': { folder: string } | null
  'issue.compare': BriefChanges
  'changes.export': { file: string; brief: string } | null
  'decision.record': Event
  'finding.answer': Brief
  'rule.list': { rules: RuleState[] }
  'rule.set': null
  'rule.explain': RuleExplanation
  /** By the id of the evidence, null where nothing is known; and by the name of the rule. */
  'annex.describe': { contexts: Record<string, EvidenceContext | null>; wrong: Record<string, string> }
  'picture.describe': KnownPictures
  'recent.show': null
  'file.waiting': { briefs: number; sources: number }
  'failure.note': null
  /** The path of the report; null where the person closed the dialog. */
  'failure.save': { file: string | null }
  'window.recall': Readonly<Record<string, string>>
  'window.keep': null
  'window.close': null
  'window.stay': null
}
