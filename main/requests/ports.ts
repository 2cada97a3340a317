// What requests need from the world outside, given to them by the composition root.
import type { ExportFormat } from '../../shared/brief/export-format.ts'
import type { RenderedBrief } from '../../shared/brief/render-brief.ts'
import type { NoticeName, Notices, RecentPlace } from '../../shared/request-names.ts'
import type { ReadingProcess } from '../capture/process/reading-process.ts'
import type { Finder } from '../finder/finder.ts'
import type { BackupKeeper } from '../library/backup-keeper.ts'
import type { KeptPreferences } from '../library/kept-preferences.ts'
import type { lastExport } from '../library/last-export.ts'
import type { Costs } from '../library/library-keys.ts'
import type { Restored } from '../library/restored.ts'
import type { WindowChoices } from '../library/window-choices.ts'
import type { AttachedFile } from '../pdf/attached-files.ts'
import type { PdfAbout } from '../pdf/metadata.ts'
import type { Search } from '../search/search.ts'

/** What a folder is asked for. */
export type FolderPurpose = 'backups' | 'restored-library' | 'exported-library' | 'notes' | 'exported-briefs'

/** Asks a person for files; in a terminal, the arguments have answered already. */
export type Dialogs = {
  /** Paths of the files to import; none where the person closed the dialog. */
  chooseSources(): Promise<string[]>
  /** Where a PDF goes; null where the person closed the dialog. The proposed name ends in `.pdf`. */
  choosePdf(proposedName: string): Promise<string | null>
  /** Where a brief goes, the same; its ending is that of a format, the one proposed or another one. */
  chooseExport(proposedName: string, format: ExportFormat): Promise<string | null>
  /** Where a backup goes; null where the person closed the dialog. The proposed name ends in `.zip`. */
  chooseBackup(proposedName: string): Promise<string | null>
  /** A backup to look at or to restore; null where the person closed the dialog. */
  chooseBackupToRestore(): Promise<string | null>
  /** The PDF of a brief that is to be opened again; null where the person closed the dialog. */
  chooseBriefPdf(): Promise<string | null>
  /** The Markdown file of a template; null where the person closed the dialog. */
  chooseTemplate(): Promise<string | null>
  /** Where the text of a template goes, the same. The proposed name ends in `.md`. */
  chooseTemplateTarget(proposedName: string): Promise<string | null>
  /** A folder that is there, for a purpose; null where the person closed the dialog. */
  chooseFolder(purpose: FolderPurpose): Promise<string | null>
  /** The new folder that a whole library or an issued version goes into; null where the person closed the dialog. */
  chooseExportFolder(proposedName: string, of: 'library' | 'issued-version'): Promise<string | null>
}

/** Files that the system asks to open with the app; the window never sees their paths. */
export type NamedFiles = {
  /** How many wait; briefs are the PDFs that say they carry one. */
  waiting(): Promise<{ briefs: number; sources: number }>
  /** Gives each path once; null where none is left. */
  takeBrief(): string | null
  takeSources(): string[]
}

/** What the system's desktop knows of the app. */
export type Desktop = {
  /** Shows these in the menu, in the place of those before. */
  showRecent(places: readonly RecentPlace[]): void
  /** A file was imported or exported: the system may list it. */
  rememberFile(path: string): void
  namedFiles: NamedFiles
}

/** Keeps what went wrong in a way that nobody foresaw. */
export type Failures = {
  /** What a request ended with. */
  noteInRequest(thrown: unknown): void
  /** An error of the page, by its own words, of which only those are kept that can be nobody's. */
  noteInWindow(fault: { name: string; message: string; stack: string }): void
  /** Asks where a report goes and writes it; null where the person closed the dialog. */
  save(): Promise<string | null>
}

/** Shows a file in the system's file manager. */
export type ShowFile = (path: string) => void

/** A composed brief with the bytes of its pictures, by their SHA-256. */
export type BriefToPrint = RenderedBrief & { pictures?: Readonly<Record<string, Uint8Array>> }

/**
 * Prints a composed brief to the bytes of a PDF; rejects with the reason where it cannot. `stop` breaks it off; a printer
 * that does not hear it prints for nothing.
 */
export type Printer = { print(brief: BriefToPrint, stop?: AbortSignal): Promise<Uint8Array> }

/** Finishes what was printed, for a person to have: its tags, its titles, what it says of itself, and the files that it carries. */
export type FinishPdf = (
  print: Uint8Array,
  about: PdfAbout,
  files?: readonly AttachedFile[],
) => Promise<Uint8Array>

/** Makes a web page of a composed brief that needs no other file. */
export type WebPage = (brief: BriefToPrint) => Promise<Uint8Array>

/** Tells the window, where there is one, how long work goes on. */
export type Notify = <Name extends NoticeName>(name: Name, payload: Notices[Name]) => void

/** Lets the window go, where there is one. */
export type CloseWindow = () => void

/** Leaves the window open, where there is one, although it was to close. */
export type KeepWindow = () => void

/**
 * Closes the library, does work on its folder, and opens it again, also where the work rejects, with which it rejects
 * then; a window reads all of it anew.
 */
export type ReplaceLibrary = (work: () => Promise<void>) => Promise<void>

/** The key that the library is opened with, for as long as the process lives; null for a plain library. */
export type HeldKey = { get(): Uint8Array | null; hold(key: Uint8Array | null): void }

/** Keys of libraries that this computer's own keychain keeps, each under the id of its library. */
export type KeptKeys = {
  /** Why none can be kept here, as a sentence; null where they can. */
  whyNot(): string | null
  /** Null where none is kept, or it can no longer be read. */
  read(library: string): Promise<Uint8Array | null>
  /** Rejects where the disk or the keychain refuses. */
  keep(library: string, key: Uint8Array): Promise<void>
  forget(library: string): Promise<void>
}

/** What a passphrase needs of the world. */
export type SealPorts = {
  key: HeldKey
  keptKeys: KeptKeys
  notify: Notify
  replaceLibrary: ReplaceLibrary
  /** For tests alone, which have no second to spare for each try. */
  costs?: Costs
}

export type Ports = SealPorts & {
  search: Pick<Search, 'find' | 'progress' | 'rebuild' | 'cancel'>
  finder: Pick<Finder, 'find'>
  dialogs: Dialogs
  /** Where untrusted files are read. */
  reading: ReadingProcess
  printer: Printer
  finishPdf: FinishPdf
  webPage: WebPage
  lastExport: ReturnType<typeof lastExport>
  closeWindow: CloseWindow
  keepWindow: KeepWindow
  backups: BackupKeeper
  preferences: KeptPreferences
  windowChoices: WindowChoices
  restored: Restored
  showFile: ShowFile
  desktop: Desktop
  failures: Failures
  /** An exported library that shows newcomers around. */
  sampleFolder: string
  now: () => Date
}
