// A ZIP of an untrusted file: its entries, with every byte counted as it is really unpacked.
import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { ReportProgress } from '../captured.ts'
import { refusal } from '../decode-text.ts'
import { type CaptureLimits, captureLimits } from '../limits.ts'
import { entryName, isAside, leadsOut } from './entry-name.ts'

/** A file of a ZIP, under its path in there. */
export type ArchiveEntry = { path: string; bytes: Uint8Array }

/** Files of a ZIP that cannot be unpacked, each with what is the matter, as the end of a sentence. */
export type SpoiltEntry = { path: string; what: string; next: string }

type Given = { report?: ReportProgress; limits?: CaptureLimits }

type Unpacking = Given & {
  /** Says of all paths which are wanted. What is not wanted is never unpacked. */
  choose: (paths: readonly string[]) => (path: string) => boolean
  /** Called with each file as soon as it is there. */
  onEntry: (entry: ArchiveEntry) => void
}

/** What of a ZIP was not handed out: files that cannot be unpacked, and those that were not wanted. */
export type NotUnpacked = { spoilt: SpoiltEntry[]; leftOut: string[] }

/**
 * Unpacks the wanted files of a ZIP. Folders, links, hidden files and what macOS adds are passed over in silence. Throws a
 * RequestProblem where the ZIP is damaged, has a password, or unpacks to more than the limits allow.
 */
export async function unpack(
  name: string,
  bytes: Uint8Array,
  { choose, onEntry, ...given }: Unpacking,
): Promise<NotUnpacked> {
  const { zip, entries } = await opened(name, bytes, given)
  const files = entries
    .map(entry => ({ entry, path: entryName(entry) }))
    .filter(({ entry, path }) => !isLink(entry) && !isAside(path))
  const isWanted = choose(files.map(({ path }) => path))
  const wanted = files.filter(({ path }) => isWanted(path))
  const spoilt: SpoiltEntry[] = []
  const whole: { entry: Entry; path: string }[] = []
  for (const file of wanted) {
    const fault = leadsOut(file.path) ? outside : isReadable(file.entry) ? null : unknownPacking
    if (fault) spoilt.push({ path: file.path, ...fault })
    else whole.push(file)
  }
  await readEach(name, bytes, zip, whole, given, ({ path }, chunks) => {
    // A small buffer may lie in memory that is shared with others, and could not be handed on by itself.
    onEntry({ path, bytes: new Uint8Array(Buffer.concat(chunks)) })
  })
  return { spoilt, leftOut: files.filter(({ path }) => !isWanted(path)).map(({ path }) => path) }
}

/**
 * The parts of a file that is a ZIP inside, such as a Word document, by their paths. Throws a RequestProblem where it is damaged,
 * has a password, or unpacks to more than the limits allow.
 */
export async function partsOf(
  name: string,
  bytes: Uint8Array,
  given: Given = {},
): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  const { zip, entries } = await opened(name, bytes, given)
  const files = entries.filter(isReadable)
  await readEach(
    name,
    bytes,
    zip,
    files.map(entry => ({ entry })),
    given,
    ({ entry }, chunks) => void parts.set(entryName(entry), Buffer.concat(chunks)),
  )
  return parts
}

const outside = {
  what: 'has a name that leads out of the ZIP file',
  next: 'Pack it again under a plain name.',
}
const unknownPacking = {
  what: 'is packed in a way that cannot be read',
  next: 'Unpack it and import it by itself.',
}

/** A ZIP and what its list names, but for folders. */
async function opened(
  name: string,
  bytes: Uint8Array,
  { limits = captureLimits }: Given,
): Promise<{ zip: ZipFile; entries: Entry[] }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Entry[] = []
  try {
    // Names are looked at here, each by itself: a bad one is no reason to leave the others.
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false })
    for await (const entry of zip.eachEntry()) {
      // The number that the list's end states may be less than the list has.
      if (entries.length === limits.entries) throw tooMuch(name, `holds more than ${limits.entries} files`)
      entries.push(entry)
    }
    return { zip, entries: entries.filter(entry => !isFolder(entry)) }
  } catch (error) {
    throw isRefusal(error) ? error : damaged(name, error)
  }
}

/** Unpacks files one after the other and counts what comes out. */
async function readEach<T extends { entry: Entry }>(
  name: string,
  bytes: Uint8Array,
  zip: ZipFile,
  files: readonly T[],
  { report, limits = captureLimits }: Given,
  take: (file: T, chunks: Buffer[]) => void,
): Promise<void> {
  let unpacked = 0
  const count = (chunk: Buffer) => {
    unpacked += chunk.length
    if (unpacked > limits.unpackedBytes)
      throw tooMuch(name, `unpacks to more than ${Math.round(limits.unpackedBytes / 1024 / 1024)} MB`)
    if (unpacked > limits.ratioAppliesFromBytes && unpacked > limits.unpackedRatio * bytes.length)
      throw tooMuch(name, `unpacks to more than ${limits.unpackedRatio} times its size`)
  }
  try {
    for (const [at, file] of files.entries()) {
      if (file.entry.isEncrypted()) throw withPassword(name)
      const chunks: Buffer[] = []
      const stream: Readable = await zip.openReadStreamPromise(file.entry)
      // Leaving the loop ends the stream, so that nothing is unpacked beyond the limit.
      for await (const chunk of stream) {
        count(chunk as Buffer)
        chunks.push(chunk as Buffer)
      }
      take(file, chunks)
      report?.(at + 1, files.length)
    }
  } catch (error) {
    throw isRefusal(error) ? error : damaged(name, error)
  }
}

/** One with a password is, once that is known; it is refused when it comes to its turn. */
function isReadable(entry: Entry): boolean {
  return entry.isEncrypted() || entry.canDecodeFileData()
}

function isFolder(entry: Entry): boolean {
  return entry.fileNameRaw.at(-1) === 0x2f
}

/** A symbolic link, by the mode that Unix programs keep beside an entry. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'RequestProblem'
}

function damaged(name: string, error: unknown): Error {
  const reason = (error as Error).message.replace(/\.$/, '')
  return refusal(
    name,
    `is damaged: it cannot be unpacked (${reason})`,
    'Get it once more from where it came from.',
  )
}

function withPassword(name: string): Error {
  return refusal(
    name,
    'is protected by a password',
    'Unpack it with its password and import the files in it.',
  )
}

function tooMuch(name: string, what: string): Error {
  return refusal(name, what, 'Unpack it and import only the files you need.')
}
