// A brief in each format: the bytes of its files, by their endings.
import { briefMarkdown } from '../../shared/brief/brief-markdown.ts'
import { evidenceJson, evidenceTable } from '../../shared/brief/evidence-files.ts'
import type { ExportFormat } from '../../shared/brief/export-format.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { type BriefToCompose, documentOf, documentParts, type IssueMark } from './document-of.ts'
import type { FileFormat } from './export-target.ts'
import type { KeptPictures } from './kept-pictures.ts'
import type { linkedRecords } from './linked-records.ts'
import type { Ports } from './ports.ts'
import { briefToPrint, type KnownFromPrint, printBrief } from './print-brief.ts'

/** What stands behind a brief: the briefs that it refers to, and what its evidence needs. */
type Linked = Pick<Awaited<ReturnType<typeof linkedRecords>>, 'briefs' | 'behind'>

/** A brief that is exported: with all it uses, what stands behind it, and what the checks find in it. */
export type BriefToExport = {
  frozen: FrozenBrief
  linked: Linked
  pictures: KeptPictures
  check: (printed: KnownFromPrint | null) => Finding[]
  issue?: IssueMark
}

export type ExportFiles = { files: ReadonlyMap<FileFormat, Uint8Array>; findings: Finding[] }

/** Rejects with a RequestProblem where it cannot be printed. `printer` may have been broken off. */
export async function exportFiles(
  { frozen, linked, pictures, check, issue }: BriefToExport,
  format: ExportFormat,
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
      const files: [FileFormat, Uint8Array][] = [
        ['md', encoded(briefMarkdown(document, documentParts(parts)))],
        ['json', encoded(evidenceJson(document, evidenceIn(parts)))],
      ]
      return { files: new Map(files), findings }
    }
    case 'csv':
      return { files: new Map([['csv', encoded(evidenceTable(evidenceIn(parts)))]]), findings }
  }
}

/** All the evidence of a brief, numbered as in an annex, whether its form has one or not. */
function evidenceIn(brief: BriefToCompose) {
  const { frozen } = brief
  const withAnnex = { ...frozen, template: { ...frozen.template, annex: true } }
  return documentOf({ ...brief, frozen: withAnnex }).annex?.evidence ?? []
}
