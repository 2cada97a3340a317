// What one file may cost; a file that wants more is refused, and the app lives.
import { largestDocumentBytes, largestSourceBytes } from '../../shared/model/limits.ts'

const megabyte = 1024 * 1024

/** Bytes, milliseconds and counts, as each name says. */
export const captureLimits = {
  /** Of a file whose format is not text (PDF, Word, mail, ZIP). */
  fileBytes: largestDocumentBytes,
  /** Of a file that is text, and of the words taken from any file. */
  textBytes: largestSourceBytes,
  /** Below this, plain text is decoded in place: starting a process would take longer. */
  inPlaceBytes: megabyte,

  /** What a ZIP, or a Word file, may hold once it is unpacked, and in how many parts. */
  unpackedBytes: 200 * megabyte,
  entries: 2000,
  /** How many times its own size it may unpack to, once that is more than the bytes after it. */
  unpackedRatio: 100,
  ratioAppliesFromBytes: 10 * megabyte,

  /** From handing a file over to the first sign of life: a cold process, and its libraries, have to start. */
  firstSignMs: 20_000,
  /** Of the processor's work, from one page or entry done to the next. */
  standstillMs: 2000,
  wholeMs: 60_000,

  /** Of JavaScript's own objects while a file is read. */
  heapMegabytes: 512,
  /** By how much the whole process may grow while a file is read. */
  residentBytes: 512 * megabyte,

  /** A process that is idle for so long is let go. */
  keepWarmMs: 60_000,
} as const

export type CaptureLimits = { readonly [Name in keyof typeof captureLimits]: number }
