import { access, constants, lstat, open, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Template } from '../../shared/brief/template.ts'
import { RequestProblem } from '../../shared/result.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import { writeDurably } from '../library/durable-file.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { reasonOf } from './answer.ts'
import { templateNamed } from './brief.ts'
import { keptPictures } from './kept-pictures.ts'
import { linkedRecords } from './linked-records.ts'
import type { Ports } from './ports.ts'
import { printBrief } from './print-brief.ts'
import { partsToVerify } from './verify.ts'

/** How every PDF begins (ISO 32000-2, 7.5.2). */
const pdfMark = '%PDF-'

export function exportRequests(
  library: Library,
  templates: readonly Template[],
  { dialogs, printer, finishPdf, notify, now }: Ports,
): Pick<Handlers, 'brief.export'> {
  return {
    'brief.export': async ({ id }) => {
      const brief = await library.get('briefs', id)
      const file = await dialogs.choosePdf(`${fileNameOf(brief.title)}.pdf`)
      if (file === null) return null
      const target = await pdfTarget(file)
      notify('export.progressed', { brief: id, stage: 'composing' })
      const known = { brief, ...(await linkedRecords(library, brief)) }
      const template = templateNamed(brief.template, templates)
      notify('export.progressed', { brief: id, stage: 'printing' })
      const { pdf, findings } = await printBrief(
        { printer, finishPdf, pictures: await keptPictures(library, brief.body) },
        { ...known, template },
        known.briefs,
        printed => verifyBrief({ ...partsToVerify(library, templates, known, now), ...printed }),
      )
      notify('export.progressed', { brief: id, stage: 'writing' })
      await writePdf(file, target, pdf)
      return { file, brief: id, findings }
    },
  }
}

/**
 * The path that a PDF of that name is written to, with links followed. Throws a RequestProblem, before the work of
 * printing begins, where none can be written there or something that is not a PDF would be lost.
 */
export async function pdfTarget(file: string): Promise<string> {
  try {
    const isThere = await lstat(file).catch(absent)
    const target = isThere ? await realpath(file) : file
    const reason = isThere ? await whyKept(target) : null
    if (reason !== null) throw unwritable(file, reason)
    await access(dirname(target), constants.W_OK)
    return target
  } catch (error) {
    if (error instanceof RequestProblem) throw error
    throw unwritable(file, `${reasonOf(error)}.`)
  }
}

/** Writes a PDF to the `pdfTarget` of a file. Rejects with a RequestProblem where the disk refuses. */
export async function writePdf(file: string, target: string, pdf: Uint8Array): Promise<void> {
  await writeDurably(target, pdf).catch(error => {
    throw unwritable(file, `${reasonOf(error)}.`)
  })
}

/** Why what is there must not be replaced by a PDF; null where it may. */
async function whyKept(target: string): Promise<string | null> {
  const stats = await lstat(target)
  if (stats.isDirectory()) return 'a folder has that name.'
  // Opening a pipe would wait for its other end.
  if (!stats.isFile()) return 'that is a device or a pipe, not a file.'
  // A rename would not ask.
  if ((stats.mode & 0o222) === 0) return 'that file is write-protected.'
  if (stats.size === 0) return null
  const handle = await open(target, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(pdfMark.length), 0, pdfMark.length, 0)
    return buffer.toString('latin1', 0, bytesRead) === pdfMark
      ? null
      : 'a file that is not a PDF has that name, and would be lost.'
  } finally {
    await handle.close()
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function unwritable(file: string, reason: string): RequestProblem {
  return new RequestProblem(
    'unwritable',
    `The PDF cannot be written to ${file}: ${reason} Nothing was written there; choose another place.`,
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
