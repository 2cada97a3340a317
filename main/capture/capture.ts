// A file or a pasted text becomes what a source is made of.
import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Source } from '../../shared/model/records.ts'
import type { Captured } from './captured.ts'
import { refuseLarge } from './decode-text.ts'
import { fillFacts } from './fill-facts.ts'
import { formatByName, formatOf, largestBytes } from './format.ts'
import { readPlainText } from './plain-text.ts'
import { refusal } from './refusal.ts'

/** What capture says of a source; the rest (id, times, tags) is the library's. */
export type CapturedSource = Pick<
  Source,
  | 'title'
  | 'publisher'
  | 'authors'
  | 'url'
  | 'publishedOn'
  | 'kind'
  | 'language'
  | 'text'
  | 'sha256'
  | 'attachment'
>

/** A captured file: the source, and the original bytes to keep beside it. */
export type CapturedFile = { source: CapturedSource; bytes: Uint8Array }

/** Reads and captures a file. Throws a RequestProblem that names it where it is missing, too large or not text. */
export async function captureFile(path: string): Promise<CapturedFile> {
  const name = basename(path)
  const kind = await stat(path).catch(() => null)
  // Opening a pipe would wait for its other end.
  if (kind && !kind.isFile() && !kind.isDirectory())
    throw refusal(path, 'is a device or a pipe, not a file', 'Choose a file.')
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw refusal(path, 'is not there', 'Check the name and try again.')
    throw refusal(path, `cannot be read (${error.message})`, 'Check that you may open it.')
  })
  try {
    const { size, ...stats } = await handle.stat()
    if (stats.mode && (stats.mode & 0o170000) === 0o040000)
      throw refusal(path, 'is a folder', 'Choose the files in it.')
    refuseLarge(name, size, largestBytes(formatByName(name)))
    return captureBytes(name, new Uint8Array(await handle.readFile()))
  } finally {
    await handle.close()
  }
}

/** Captures the bytes of a dropped file. Throws a RequestProblem that names it. */
export function captureBytes(name: string, bytes: Uint8Array): CapturedFile {
  const format = formatOf(name, bytes)
  refuseLarge(name, bytes.length, largestBytes(format))
  if (format !== 'markdown' && format !== 'text')
    throw refusal(
      name,
      'is of a kind that cannot be imported yet',
      'Save its text as .md or .txt and import that.',
    )
  const attachment = { sha256: sha256Of(bytes), name: basename(name), bytes: bytes.length }
  return { source: sourceOf(readPlainText(name, bytes, format), attachment.sha256, attachment), bytes }
}

/** Captures pasted text, which has no original file: its SHA-256 is that of its UTF-8 bytes. */
export function capturePaste(text: string): CapturedSource {
  const bytes = new TextEncoder().encode(text)
  const kind = looksLikeMarkdown(text) ? 'markdown' : 'text'
  return sourceOf(readPlainText('The pasted text', bytes, kind), sha256Of(bytes), null)
}

function sourceOf(
  captured: Captured,
  sha256: string,
  attachment: CapturedSource['attachment'],
): CapturedSource {
  const { pages: _pages, images: _images, ...facts } = fillFacts(captured)
  return { ...facts, sha256, attachment }
}

function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} |^(?:[-*+]|\d+\.) |\]\(https?:|\*\*\S/m.test(text)
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
