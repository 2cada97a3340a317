// Whether a file that is there is an export of ours, which another one may replace: by what we write into each format.
import { open, readFile } from 'node:fs/promises'
import { evidenceTableHead } from '../../shared/brief/evidence-files.ts'
import type { ExportFormat } from '../../shared/brief/export-format.ts'
import { maker, pdfProducer } from '../../shared/brief/maker.ts'

/** What is written by an export: `json` and pictures stand beside Markdown. */
export type FileFormat = ExportFormat | 'json' | 'picture'

/** Bytes of a file's beginning that tell what it is. */
const headLength = 4096

/** More bytes are no brief, and are not read to look for our name. */
const longestPdf = 512 * 1024 * 1024

const isOursByItsHead: Readonly<Record<Exclude<FileFormat, 'pdf'>, (head: string) => boolean>> = {
  docx: head => head.startsWith('PK\u0003\u0004') && head.includes(`<Application>${maker}</Application>`),
  html: head => head.includes(`<meta name="generator" content="${maker}">`),
  md: head => head.startsWith(`---\ngenerator: ${maker}\n`),
  csv: head => head.replace(/^\uFEFF/, '').startsWith(evidenceTableHead),
  // It is named by what it holds, so that one of the name is another one.
  picture: () => false,
  json: head => head.includes(`"generator": "${maker}"`),
}

/** Whether a file of a size in bytes is an export in a format. Rejects where it cannot be read. */
export async function isOwnExport(file: string, size: number, format: FileFormat): Promise<boolean> {
  if (format === 'pdf') return size <= longestPdf && isOwnPdf(await readFile(file))
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0)
    return isOursByItsHead[format](buffer.toString('utf8', 0, bytesRead))
  } finally {
    await handle.close()
  }
}

/** One that somebody has signed or commented since has a second part after ours (ISO 32000-2, 7.5.6). */
function isOwnPdf(bytes: Buffer): boolean {
  const isOurs = bytes.includes(`<pdf:Producer>${pdfProducer}</pdf:Producer>`)
  return isOurs && bytes.indexOf('startxref') === bytes.lastIndexOf('startxref')
}
