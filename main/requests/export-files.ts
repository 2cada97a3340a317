// A brief in each format: the bytes of its files, by their endings.
import { briefMarkdown } from '../../shared/brief/brief-markdown.ts'
import { evidenceJson, evidenceTable } from '../../shared/brief/evidence-files.ts'
import type { ExportFormat } from '../../shared/brief/export-format.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { imageTypeOf } from '../capture/image-type.ts'
import type { Beside } from '../carried/carry-brief.ts'
import { type BriefToCompose, documentOf, documentParts, type IssueMark } from './document-of.ts'
import type { KeptPictures } from './kept-pictures.ts'
import { type FileFormat, withOwnHash } from './own-exports.ts'
import type { Ports } from './ports.ts'
import { briefToPrint, type KnownFromPrint, printBrief } from './print-brief.ts'

/** A brief that is exported: with all it uses, what stands behind it, and what the checks find in it. */
export type BriefToExport = {
  frozen: FrozenBrief
  /** The briefs that it refers to, and what its evidence needs. */
  linked: Beside
  pictures: KeptPictures
  check: (printed: KnownFromPrint | null) => Finding[]
  issue?: IssueMark
}

export type ExportFiles = {
  files: ReadonlyMap<FileFormat, Uint8Array>
  /** Pictures that stand beside Markdown, by their names. */
  pictures?: ReadonlyMap<string, Uint8Array>
  findings: Finding[]
}

/** `name` is that of the file, without its ending. Rejects with a RequestProblem where it cannot be printed. */
export async function exportFiles(...asked: Parameters<typeof filesOf>): Promise<ExportFiles> {
  const made = await filesOf(...asked)
  return {
    ...made,
    files: new Map([...made.files].map(([format, bytes]) => [format, withOwnHash(bytes, format)])),
  }
}

async function filesOf(
  { frozen, linked, pictures, check, issue }: BriefToExport,
  { format, name }: { format: ExportFormat; name: string },
  ports: Pick<Ports, 'printer' | 'finishPdf' | 'webPage'>,
): Promise<ExportFiles> {
  if (format === 'pdf') {
    const { pdf, findings } = await printBrief({ ...ports, pictures }, frozen, linked, check, issue)
    return { files: new Map([['pdf', pdf]]), findings }
  }
  const findings = check(null)
  const parts = { frozen, briefs: linked.briefs, findings, pictures, issue }
  const encoded = (text: string) => new TextEncoder().encode(text)
  switch (format) {
    case 'docx': {
      const { body, updatedAt } = frozen.brief
      // Large, and needed by nobody who does not ask for it.
      const { writeDocx } = await import('../docx/write-docx.ts')
      const pictureOf = async (sha256: string) => pictures[sha256]?.bytes ?? null
      const more = { findings, body, pictureOf, changedAt: new Date(updatedAt) }
      return { files: new Map([['docx', await writeDocx(documentOf(parts), more)]]), findings }
    }
    case 'html':
      return {
        files: new Map([['html', await ports.webPage(briefToPrint(documentOf(parts), pictures))]]),
        findings,
      }
    case 'md': {
      const document = documentOf(parts)
      const shown = picturesBeside(document.pictures, pictures, name)
      const addressOf = (sha256: string) => {
        const file = shown.get(sha256)?.file
        return file === undefined ? null : linkTo(file)
      }
      const files: [FileFormat, Uint8Array][] = [
        ['md', encoded(briefMarkdown(document, documentParts(parts), addressOf))],
        ['json', encoded(evidenceJson(document, evidenceIn(parts)))],
      ]
      const beside = new Map([...shown.values()].map(({ file, bytes }) => [file, bytes]))
      return { files: new Map(files), pictures: beside, findings }
    }
    case 'csv':
      return { files: new Map([['csv', encoded(evidenceTable(evidenceIn(parts)))]]), findings }
  }
}

/** A name as an address in Markdown: parentheses would end it, and marks such as # and ? lead elsewhere. */
function linkTo(name: string): string {
  return encodeURIComponent(name).replace(/[()]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
}

/** Named by what they hold, so that the same picture is the same file each time. */
function picturesBeside(shown: readonly string[], pictures: KeptPictures, name: string) {
  const beside = new Map<string, { file: string; bytes: Uint8Array }>()
  for (const sha256 of shown) {
    const bytes = pictures[sha256]?.bytes
    const ending = bytes && imageTypeOf(bytes)?.slice('image/'.length)
    if (ending) beside.set(sha256, { file: `${name}-${sha256.slice(0, 8)}.${ending}`, bytes })
  }
  return beside
}

/** All the evidence of a brief, numbered as in an annex, whether its form has one or not. */
function evidenceIn(brief: BriefToCompose) {
  const { frozen } = brief
  const withAnnex = { ...frozen, template: { ...frozen.template, annex: true } }
  return documentOf({ ...brief, frozen: withAnnex }).annex?.evidence ?? []
}
