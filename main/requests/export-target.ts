// Where an export goes: whether a file may be written there, and what it is called.
import { access, constants, lstat, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { formatNames } from '../../shared/brief/export-format.ts'
import { RequestProblem } from '../../shared/result.ts'
import { absent, writeDurably } from '../library/durable-file.ts'
import { reasonOf } from './answer.ts'
import { type FileFormat, type OwnExport, ownExportIn } from './own-exports.ts'

const nameOf = (format: FileFormat) =>
  format === 'json' ? 'evidence' : format === 'picture' ? 'picture' : formatNames[format]

/**
 * The path that a file of that name is written to, with links followed. Throws a RequestProblem, before any work begins,
 * where none can be written there or something else would be lost.
 */
export async function exportTarget(file: string, format: FileFormat): Promise<string> {
  try {
    const isThere = await lstat(file).catch(absent)
    const target = isThere ? await realpath(file) : file
    const reason = isThere ? await whyKept(target, format) : null
    if (reason !== null) throw unwritable(file, format, reason)
    await access(dirname(target), constants.W_OK)
    return target
  } catch (error) {
    if (error instanceof RequestProblem) throw error
    throw unwritable(file, format, `${reasonOf(error)}.`)
  }
}

/** Writes to the `exportTarget` of a file, whole or not at all. Rejects with a RequestProblem where the disk refuses. */
export async function writeExport(
  file: string,
  target: string,
  format: FileFormat,
  bytes: Uint8Array,
): Promise<void> {
  await writeDurably(target, bytes).catch(error => {
    throw unwritable(file, format, `${reasonOf(error)}.`)
  })
}

/** Why what is there must not be replaced; null where it may. */
async function whyKept(target: string, format: FileFormat): Promise<string | null> {
  const stats = await lstat(target)
  if (stats.isDirectory()) return 'a folder has that name.'
  // Opening a pipe would wait for its other end.
  if (!stats.isFile()) return 'that is a device or a pipe, not a file.'
  // A rename would ask neither; the first also holds for whoever may write everywhere.
  const isWritable = await access(target, constants.W_OK).then(
    () => (stats.mode & 0o222) !== 0,
    () => false,
  )
  if (!isWritable) return 'that file is write-protected.'
  return stats.size === 0 ? null : whyNotReplaced[await ownExportIn(target, stats.size, format)]
}

const whyNotReplaced: Readonly<Record<OwnExport, string | null>> = {
  'as-written': null,
  changed: 'that file was changed since Dispatch Box wrote it, and the changes would be lost.',
  none: 'a file that is not an export of Dispatch Box has that name, and would be lost.',
}

/** That a file cannot be written, for a reason that is a sentence. */
export function unwritable(file: string, format: FileFormat, reason: string): RequestProblem {
  return new RequestProblem(
    'unwritable',
    `The ${nameOf(format)} cannot be written to ${file}: ${reason} Nothing was written there; choose another place.`,
  )
}

/** Bytes: systems take 255 in a name, and a number, a version, or the mark and ending of a picture come after these. */
const longestName = 180

/** A file name that every system takes. */
export function fileNameOf(title: string): string {
  const plain = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const bytes = new TextEncoder().encode(plain).subarray(0, longestName)
  // A character that is cut is left out.
  const short = new TextDecoder().decode(bytes, { stream: true }).trim()
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(short) ? `Brief ${short}`.trim() : short
}
