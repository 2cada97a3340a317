// Whether a file that is there is an export of ours as we wrote it, which another one may replace: by what we write into each format.
import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { evidenceTableHead } from '../../shared/brief/evidence-files.ts'
import type { ExportFormat } from '../../shared/brief/export-format.ts'
import { maker, pdfProducer } from '../../shared/brief/maker.ts'

/** What is written by an export: `json` and pictures stand beside Markdown. */
export type FileFormat = ExportFormat | 'json' | 'picture'

/** Bytes of a file's beginning that tell what it is. */
const headLength = 4096

/** More bytes are no brief, and are not read to look for our name. */
const longestExport = 512 * 1024 * 1024

/** Formats of text, which any editor changes without leaving a trace: a hash of all the rest stands in each. */
type TextFormat = 'html' | 'md' | 'json' | 'csv'

const isOursByItsHead: Readonly<Record<Exclude<FileFormat, 'pdf'>, (head: string) => boolean>> = {
  docx: head => head.startsWith('PK\u0003\u0004') && head.includes(`<Application>${maker}</Application>`),
  html: head => head.includes(generator.html),
  md: head => head.startsWith(`---\n${generator.md}`),
  csv: head => head.replace(/^\uFEFF/, '').startsWith(evidenceTableHead),
  // It is named by what it holds, so that one of the name is another one.
  picture: () => false,
  json: head => head.includes(generator.json),
}

/** After which the hash stands. */
const generator: Readonly<Record<Exclude<TextFormat, 'csv'>, string>> = {
  html: `<meta name="generator" content="${maker}">`,
  md: `generator: ${maker}\n`,
  json: `"generator": "${maker}",`,
}

/** How a hash stands there; a table has a column for it, which is empty but for its first line. */
const marks: Readonly<Record<TextFormat, readonly [string, string]>> = {
  html: ['\n<meta name="sha256" content="', '">'],
  md: ['sha256: ', '\n'],
  json: ['\n  "sha256": "', '",'],
  csv: ['', ''],
}

/** What a file is: an export of ours as we wrote it, one that somebody changed since, or anything else. */
export type OwnExport = 'as-written' | 'changed' | 'none'

/** Tells it of a file of a size in bytes by what we write in a format. Rejects where it cannot be read. */
export async function ownExportIn(file: string, size: number, format: FileFormat): Promise<OwnExport> {
  if (size > longestExport) return 'none'
  if (format === 'pdf') return ownPdf(await readFile(file))
  if (!isOursByItsHead[format](await headOf(file))) return 'none'
  // An editor of Word documents takes our name out of those that it saves.
  return !isText(format) || isAsWritten(await readFile(file), format) ? 'as-written' : 'changed'
}

/** The beginning of a file, which says whether the rest need be read. */
async function headOf(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** An export as it is written, with what tells later whether somebody changed it. */
export function withOwnHash(bytes: Uint8Array, format: FileFormat): Uint8Array {
  const at = isText(format) ? placeOfHash(Buffer.from(bytes), format) : null
  if (!isText(format) || at === null) return bytes
  const mark = Buffer.from(marks[format].join(hashOf([bytes])))
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), mark, bytes.subarray(at)]))
}

function isAsWritten(bytes: Buffer, format: TextFormat): boolean {
  const [before, after] = marks[format]
  const length = before.length + hashLength + after.length
  const place = placeOfHash(bytes, format)
  // A table of no evidence has no line for it.
  if (place === null) return format === 'csv' && bytes.toString('utf8') === `\uFEFF${evidenceTableHead}\r\n`
  // In a table it is what the line ends with.
  const at = format === 'csv' ? Math.max(0, place - length) : place
  const hash = hashOf([bytes.subarray(0, at), bytes.subarray(at + length)])
  return bytes.toString('latin1', at, at + length) === `${before}${hash}${after}`
}

const hashLength = 64

function hashOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function isText(format: FileFormat): format is TextFormat {
  return format in marks
}

/** The offset at which a hash is put in; null where there is no place for one. */
function placeOfHash(bytes: Buffer, format: TextFormat): number | null {
  if (format === 'csv') {
    const head = endOfLine(bytes, 0)
    return head === null ? null : endOfLine(bytes, head + 2)
  }
  const at = bytes.subarray(0, headLength).indexOf(generator[format])
  return at === -1 ? null : at + generator[format].length
}

const [quote, carriageReturn] = [0x22, 0x0d]

/** Where the line of a table ends that begins at an offset: cells in quotation marks may have ends of lines in them. */
function endOfLine(bytes: Buffer, from: number): number | null {
  let isQuoted = false
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === quote) isQuoted = !isQuoted
    else if (bytes[at] === carriageReturn && !isQuoted) return at
  }
  return null
}

/** One that somebody has signed or commented since has a second part after ours (ISO 32000-2, 7.5.6). */
function ownPdf(bytes: Buffer): OwnExport {
  if (!bytes.includes(`<pdf:Producer>${pdfProducer}</pdf:Producer>`)) return 'none'
  return bytes.indexOf('startxref') === bytes.lastIndexOf('startxref') ? 'as-written' : 'changed'
}
