// Where an export goes: whether a file may be written there, and writing it.
import { access, constants, lstat, open, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { markdownMaker } from '../../shared/brief/brief-markdown.ts'
import { evidenceTableHead } from '../../shared/brief/evidence-files.ts'
import { type ExportFormat, formatNames } from '../../shared/brief/export-format.ts'
import { RequestProblem } from '../../shared/result.ts'
import { writeDurably } from '../library/durable-file.ts'
import { reasonOf } from './answer.ts'

/** What is written by an export: `json` and pictures stand beside Markdown. */
export type FileFormat = ExportFormat | 'json' | 'picture'

/** Bytes of a file's beginning that tell what it is. */
const headLength = 4096

/** Whether a file of a format is replaced without loss, by how it begins: an export of ours, or what nobody writes by hand. */
const mayBeReplaced: Readonly<Record<FileFormat, (head: string) => boolean>> = {
  // ISO 32000-2, 7.5.2.
  pdf: head => head.startsWith('%PDF-'),
  docx: head => head.startsWith('PK\u0003\u0004'),
  html: head => head.includes(`<meta name="generator" content="${markdownMaker}">`),
  md: head => head.startsWith('---\n') && head.includes(`\ngenerator: ${markdownMaker}\n`),
  csv: head => head.replace(/^\uFEFF/, '').startsWith(evidenceTableHead),
  // It is named by what it holds, so that one of the name is another one.
  picture: () => false,
  json: head => head.includes(`"generator": "${markdownMaker}"`),
}

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
  // A rename would not ask.
  if ((stats.mode & 0o222) === 0) return 'that file is write-protected.'
  if (stats.size === 0) return null
  const handle = await open(target, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0)
    return mayBeReplaced[format](buffer.toString('utf8', 0, bytesRead)) ? null : whatIsThere(format)
  } finally {
    await handle.close()
  }
}

function whatIsThere(format: FileFormat): string {
  const what =
    format === 'pdf'
      ? 'not a PDF'
      : format === 'docx'
        ? 'not a Word document'
        : 'not an export of Dispatch Box'
  return `a file that is ${what} has that name, and would be lost.`
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function unwritable(file: string, format: FileFormat, reason: string): RequestProblem {
  return new RequestProblem(
    'unwritable',
    `The ${nameOf(format)} cannot be written to ${file}: ${reason} Nothing was written there; choose another place.`,
  )
}

/** A file name that every system takes. */
export function fileNameOf(title: string): string {
  const plain = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const short = [...plain].slice(0, 100).join('').trim()
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(short) ? `Brief ${short}`.trim() : short
}
