// One file, or a pasted text, becomes what a source is made of.
import { createHash } from 'node:crypto'
import type { Source } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { ownName } from './archive/name-in-archive.ts'
import type { Captured, CapturedImage } from './captured.ts'
import { refusal, refuseLarge } from './decode-text.ts'
import { type Filled, fillFacts } from './fill-facts.ts'
import { type Format, largestBytes } from './format.ts'
import { captureLimits } from './limits.ts'
import { readPlainText } from './plain-text.ts'
import { pasteBytes } from './process/paste-bytes.ts'
import type { ReadingProcess, Watch } from './process/reading-process.ts'

/** What capture says of a source; the rest (id, times, tags) is the library's. */
export type CapturedSource = Omit<Filled, 'pages' | 'images'> & Pick<Source, 'sha256' | 'attachment'>

/** A captured paste: the source, and what else came with its words. */
export type CapturedPaste = { source: CapturedSource; images: CapturedImage[]; pages: Captured['pages'] }

/** A captured file, with the original bytes to keep beside it. */
export type CapturedFile = CapturedPaste & { bytes: Uint8Array }

/** Where files are read, how far they are, and what breaks it off. */
export type Work = Watch & { reading: ReadingProcess }

/** Captures a file of a known format that is no ZIP. Rejects with a RequestProblem that names it where it cannot. */
export async function captureOne(
  name: string,
  bytes: Uint8Array,
  format: Exclude<Format, 'zip'>,
  work: Work,
): Promise<CapturedFile> {
  refuseLarge(name, bytes.length, largestBytes(format))
  const isSmallText =
    (format === 'markdown' || format === 'text') && bytes.length < captureLimits.inPlaceBytes
  const captured = isSmallText
    ? fillFacts(readPlainText(name, bytes, format))
    : await work.reading.read({ name, bytes, format }, work)
  const attachment = { sha256: sha256Of(bytes), name: ownName(name), bytes: bytes.length }
  return { ...captureOf(name, captured, attachment.sha256, attachment), bytes }
}

const pastedName = 'The pasted text'

/** Reads the piece of a page that was pasted with its words; null where it cannot be read or has none. */
export async function readPiece(html: string, text: string, work: Work): Promise<Filled | null> {
  try {
    const bytes = pasteBytes({ html, text })
    const read = await work.reading.read({ name: pastedName, bytes, format: 'fragment' }, work)
    return read.text.trim() === '' ? null : read
  } catch (error) {
    // The person saw the words, and has them even where the page behind them cannot be read.
    if (error instanceof RequestProblem && error.code === 'unreadable') return null
    throw error
  }
}

/**
 * Captures a paste: the piece of a page where one came with the words and can be read, else the words. It has no original
 * file: its SHA-256 is that of the text's UTF-8 bytes.
 */
export async function capturePaste(text: string, html: string | null, work: Work): Promise<CapturedPaste> {
  const name = pastedName
  const captured = (html === null ? null : await readPiece(html, text, work)) ?? (await readWords())
  return captureOf(name, captured, sha256Of(new TextEncoder().encode(captured.text)), null)

  async function readWords(): Promise<Filled> {
    const bytes = new TextEncoder().encode(text)
    const kind = looksLikeMarkdown(text) ? 'markdown' : 'text'
    if (bytes.length < captureLimits.inPlaceBytes) return fillFacts(readPlainText(name, bytes, kind))
    refuseLarge(name, bytes.length)
    return work.reading.read({ name, bytes, format: kind }, work)
  }
}

/** The SHA-256 of bytes in hexadecimal, as sources and attachments are known by it. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function captureOf(
  name: string,
  { pages, images, ...facts }: Filled,
  sha256: string,
  attachment: CapturedSource['attachment'],
): CapturedPaste {
  if (facts.text.trim() === '') throw refusal(name, 'has no words in it', 'Choose a file with text in it.')
  if (Buffer.byteLength(facts.text) > captureLimits.textBytes)
    throw refusal(
      name,
      `has more than ${captureLimits.textBytes / 1024 / 1024} MB of words`,
      'Split it, or keep only the part you need.',
    )
  return { source: { ...facts, sha256, attachment }, pages, images }
}

function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} |^(?:[-*+]|\d+\.) |\]\(https?:|\*\*\S/m.test(text)
}
