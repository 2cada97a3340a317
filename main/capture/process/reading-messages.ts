// What the app and the process that reads files say to each other.
import type { ProblemCode } from '../../../shared/result.ts'
import type { ArchiveEntry, NotUnpacked } from '../archive/archive.ts'
import type { Filled } from '../fill-facts.ts'
import type { Format } from '../format.ts'

/**
 * A file to read; a `fragment` is what was pasted, as `pasteBytes` writes it, and a `carried` one the PDF of a brief, of which
 * the files that it carries are wanted.
 */
export type Job = { name: string; bytes: Uint8Array; format: Format | 'fragment' | 'carried' }

/** What the process says of the job it has; the last three end it. */
export type Said =
  /** The reader is there and begins. */
  | { is: 'begun' }
  | { is: 'progress'; done: number; of: number }
  /** Milliseconds that the processor has worked on the job: on a busy machine fewer than have passed. */
  | { is: 'worked'; milliseconds: number }
  | { is: 'entry'; entry: ArchiveEntry }
  /** It has grown so much that the next file should have another process. */
  | { is: 'worn' }
  | { is: 'read'; captured: Filled }
  | ({ is: 'unpacked' } & NotUnpacked)
  | { is: 'refused'; code: ProblemCode; message: string }
