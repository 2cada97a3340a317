// What moving a whole library, notes of another program, or a brief in its PDF, came to.
import type { Brief } from './model/records.ts'

/** A file that was not taken as it is: its path within the folder, and a sentence that says why. */
export type FileProblem = { file: string; message: string }

export type LibraryExport = {
  folder: string
  records: number
  originals: number
  problems: FileProblem[]
}

export type LibraryImport = {
  folder: string
  /** Records that are in the library now and were not before, those under another id included. */
  added: number
  /** Records that the library had already, and which stayed as they were. */
  alreadyHere: number
  /** Records that were as exported here, and now have what another editor made of them. */
  edited: number
  /** Records whose id was in use for another state of it: both are there, this one under a new id. */
  renamed: { id: string; newId: string; title: string }[]
  /** Records that were added to the trash, or taken back from it. */
  toTrash: number
  fromTrash: number
  versions: number
  originals: number
  problems: FileProblem[]
}

export type NotesImport = {
  folder: string
  notes: { file: string; collection: 'briefs' | 'sources'; id: string; title: string }[]
  /** Files that briefs link, kept in the library. */
  attachments: number
  /** Links that led to nothing that was taken in; their words stand in the briefs with the link in a comment. */
  unresolvedLinks: number
  /** Files that were not taken in, each with the reason. */
  problems: FileProblem[]
}

export type OpenedBrief = {
  brief: Brief
  /** Records that are in the library now and were not before, the brief and sources among them. */
  added: number
  /** Records that the library had already, saying the very same. */
  alreadyHere: number
  /** Sources that were here with some passages, and have more of them now. */
  grown: number
  /** Records whose id stands for something else here: they came under a new one, to which what came with them refers. */
  renamed: { id: string; newId: string; title: string }[]
  /** Titles of the sources of which only the passages around evidence are here. */
  passagesOf: string[]
  /** How many of its pictures are not in the library: of more than 48 MB some do not travel. */
  missingPictures: number
  /** Its form: one of that name was here already, it came with the brief, or this app has none that it can use. */
  form: 'here' | 'came' | 'missing'
}
