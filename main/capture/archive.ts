// A ZIP of an untrusted file: its entries, or only their sizes, with every byte counted as it is really unpacked.
import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { ReportProgress } from './captured.ts'
import { entryName, isAside, leadsOut } from './entry-name.ts'
import { type CaptureLimits, captureLimits } from './limits.ts'
import { refusal } from './refusal.ts'

/** A file of a ZIP, under its path in there. */
export type ArchiveEntry = { path: string; bytes: Uint8Array }

/** Files of a ZIP that cannot be unpacked, each with what is the matter, as the end of a sentence. */
export type SpoiltEntry = { path: string; what: string; next: string }

type Given = { report?: ReportProgress; limits?: CaptureLimits }

/**
 * Unpacks a ZIP, handing out each file as soon as it is there, and gives back those that cannot be unpacked. Folders,
 * links, hidden files and what macOS adds are passed over. Throws a RequestProblem where the ZIP is damaged, has a
 * password, or unpacks to more than the limits allow.
 */
export async function unpack(
  name: string,
  bytes: Uint8Array,
  onEntry: (entry: ArchiveEntry) => void,
  given: Given = {},
): Promise<SpoiltEntry[]> {
  const spoilt: SpoiltEntry[] = []
  await throughEntries(name, bytes, given, async (entry, read) => {
    const path = entryName(entry)
    if (isLink(entry) || isAside(path)) return
    const tooOld = {
      path,
      what: 'is packed in a way that cannot be read',
      next: 'Unpack it and import it by itself.',
    }
    if (leadsOut(path))
      spoilt.push({
        path,
        what: 'has a name that leads out of the ZIP file',
        next: 'Pack it again under a plain name.',
      })
    else if (!entry.canDecodeFileData()) spoilt.push(tooOld)
    else {
      const chunks: Buffer[] = []
      await read(chunk => chunks.push(chunk))
      const whole = Buffer.concat(chunks)
      // A small buffer may lie in memory that is shared with others, and could not be handed on by itself.
      onEntry({ path, bytes: new Uint8Array(whole) })
    }
  })
  return spoilt
}

/** Throws a RequestProblem where a file that is a ZIP inside unpacks to more than the limits allow; keeps nothing of it. */
export async function refuseBomb(name: string, bytes: Uint8Array, given: Given = {}): Promise<void> {
  await throughEntries(name, bytes, given, async (entry, read) => {
    if (entry.canDecodeFileData()) await read(() => undefined)
  })
}

type Read = (take: (chunk: Buffer) => void) => Promise<void>

async function throughEntries(
  name: string,
  bytes: Uint8Array,
  { report, limits = captureLimits }: Given,
  visit: (entry: Entry, read: Read) => Promise<void>,
): Promise<void> {
  const zip = await opened(name, bytes)
  if (zip.entryCount > limits.entries) throw tooMuch(name, `holds more than ${limits.entries} files`)
  let unpacked = 0
  const count = (chunk: Buffer) => {
    unpacked += chunk.length
    if (unpacked > limits.unpackedBytes)
      throw tooMuch(name, `unpacks to more than ${Math.round(limits.unpackedBytes / 1024 / 1024)} MB`)
    if (unpacked > limits.ratioAppliesFromBytes && unpacked > limits.unpackedRatio * bytes.length)
      throw tooMuch(name, `unpacks to more than ${limits.unpackedRatio} times its size`)
  }
  let done = 0
  try {
    for await (const entry of zip.eachEntry()) {
      // The number in the list's end may be less than the list has.
      if (++done > limits.entries) throw tooMuch(name, `holds more than ${limits.entries} files`)
      if (entry.isEncrypted())
        throw refusal(
          name,
          'is protected by a password',
          'Unpack it with its password and import the files in it.',
        )
      if (!isFolder(entry))
        await visit(entry, take =>
          readAll(zip, entry, chunk => {
            count(chunk)
            take(chunk)
          }),
        )
      report?.(done, zip.entryCount)
    }
  } catch (error) {
    throw isRefusal(error) ? error : damaged(name, error)
  } finally {
    zip.close()
  }
}

async function opened(name: string, bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Names are looked at here, each by itself: a bad one is no reason to leave the others.
  return fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false }).catch((error: unknown) => {
    throw damaged(name, error)
  })
}

async function readAll(zip: ZipFile, entry: Entry, take: (chunk: Buffer) => void): Promise<void> {
  const stream: Readable = await zip.openReadStreamPromise(entry)
  // Leaving the loop ends the stream, so that nothing is unpacked beyond the limit.
  for await (const chunk of stream) take(chunk as Buffer)
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

function tooMuch(name: string, what: string): Error {
  return refusal(name, what, 'Unpack it and import only the files you need.')
}
