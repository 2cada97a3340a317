// The door: a file, or a ZIP of files, becomes what sources are made of.
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { captureArchive, type Step } from './archive/capture-archive.ts'
import { captureOne, type Work } from './capture-one.ts'
import { refusal, refuseLarge } from './decode-text.ts'
import { formatByName, formatOf, largestBytes } from './format.ts'

/** Reads and captures a file. Throws a RequestProblem that names it where it is missing, too large or cannot be read. */
export async function* captureFile(path: string, work: Work): AsyncGenerator<Step, void, undefined> {
  yield* captureBytes(basename(path), await fileBytes(path), work)
}

/** Captures the bytes of a file: one of them, or each of a ZIP. Throws a RequestProblem that names it. */
export async function* captureBytes(
  name: string,
  bytes: Uint8Array,
  work: Work,
): AsyncGenerator<Step, void, undefined> {
  const format = formatOf(name, bytes)
  refuseLarge(name, bytes.length, largestBytes(format))
  if (format === 'zip') yield* captureArchive(name, bytes, work)
  else yield { captured: await captureOne(name, bytes, format, work) }
}

/** The bytes of a file that is to be read. Rejects with a RequestProblem where it is missing, no file, or too large for its name. */
export async function fileBytes(path: string): Promise<Uint8Array> {
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
    return new Uint8Array(await handle.readFile())
  } finally {
    await handle.close()
  }
}
