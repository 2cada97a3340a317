// A brief as it is printed, whether it is exported, looked at before it is issued, or frozen.
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { hyphenateHtml } from '../../shared/brief/hyphenate-html.ts'
import { notesId } from '../../shared/brief/notes-html.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import { wordsOfHtml } from '../../shared/markdown/escape-html.ts'
import type { DrawnHeading } from '../../shared/markdown/render-markdown.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { type Beside, carryBrief } from '../carried/carry-brief.ts'
import { brokenTablesIn } from '../pdf/broken-tables.ts'
import type { PdfAbout } from '../pdf/metadata.ts'
import { pagesOf, pdfLayout } from '../pdf/pdf-layout.ts'
import { documentOf, type IssueMark } from './document-of.ts'
import type { KeptPictures } from './kept-pictures.ts'
import type { BriefToPrint, Ports } from './ports.ts'

/** What the checks can know of a brief only from its print. */
export type KnownFromPrint = { pages: number; areNotesMoved: boolean; brokenTables: readonly number[] }

/** What printing needs; of pictures that are not given none is printed. */
type Printing = Pick<Ports, 'printer' | 'finishPdf'> & { pictures?: KeptPictures }

/** `pages` are those before the annex; null where they cannot be counted. `findings` know them. `pictures` are those in it. */
export type PrintedBrief = {
  pdf: Uint8Array
  pages: number | null
  findings: Finding[]
  pictures: Readonly<Record<string, Uint8Array>>
}

/**
 * Prints a brief with the annex of its findings, which `check` finds by the print, null before there is one. The PDF carries all
 * that the brief needs to be opened again. Rejects with a RequestProblem where it cannot be printed. `issue` is the version that
 * the print is of, on a day.
 */
export async function printBrief(
  { printer, finishPdf, pictures = {} }: Printing,
  frozen: FrozenBrief,
  { briefs, behind }: Beside,
  check: (printed: KnownFromPrint | null) => Finding[],
  issue?: IssueMark,
): Promise<PrintedBrief> {
  const { brief } = frozen
  const print = async (findings: readonly Finding[]) => {
    const document = documentOf({ frozen, briefs, findings, pictures, issue })
    const toPrint = briefOnPaper(document, pictures)
    const pdf = await printer.print(toPrint).catch(error => {
      throw new RequestProblem(
        'failed',
        `“${brief.title}” could not be printed: ${(error as Error).message}. No file was written and the brief is as it was; try again.`,
      )
    })
    return { pdf, document, pictures: toPrint.pictures }
  }
  const unprinted = check(null)
  const first = await print(unprinted)
  const pages = pagesOf(first.pdf)
  if (pages === null)
    return { pdf: await finished(first), pages, findings: unprinted, pictures: first.pictures }
  const isAtFoot = first.document.notesPlace === 'foot'
  const areNotesMoved = isAtFoot && pdfLayout(first.pdf).destinations.has(notesId)
  const findings = check({ pages, areNotesMoved, brokenTables: brokenTablesIn(first.pdf) })
  // That a brief is too long is known once it is printed; where that was answered, its annex says so.
  const isSame = answersIn(unprinted) === answersIn(findings)
  const last = isSame ? first : await print(findings)
  return { pdf: await finished(last), pages, findings, pictures: last.pictures }

  function finished({ pdf, document, pictures }: Awaited<ReturnType<typeof print>>): Promise<Uint8Array> {
    const { title, form, language, headings } = document
    const about = {
      title,
      subject: form,
      language,
      changedAt: new Date(brief.updatedAt),
      headings: [{ words: title, printed: title }, ...headings.map(headingInPdf)],
    }
    return finishPdf(pdf, about, carryBrief(frozen, { briefs, behind }, pictures))
  }
}

/** The same as `briefToPrint`, with soft hyphens where its form asks for them. */
export function briefOnPaper(document: BriefDocument, pictures: KeptPictures): Required<BriefToPrint> {
  const rendered = briefToPrint(document, pictures)
  return document.hyphens ? { ...rendered, html: hyphenateHtml(rendered.html, rendered.language) } : rendered
}

/** A composed brief with the bytes of the pictures that it shows. */
export function briefToPrint(document: BriefDocument, pictures: KeptPictures): Required<BriefToPrint> {
  const shown = document.pictures.flatMap(sha256 => {
    const picture = pictures[sha256]
    return picture ? [[sha256, picture.bytes] as const] : []
  })
  return { ...renderBrief(document), pictures: Object.fromEntries(shown) }
}

/** Without the marks of notes and sources, and with them. */
function headingInPdf({ html }: DrawnHeading): PdfAbout['headings'][number] {
  return { words: wordsOfHtml(html.replace(/<sup\b[\s\S]*?<\/sup>/g, '')), printed: wordsOfHtml(html) }
}

function answersIn(findings: readonly Finding[]): number {
  return findings.filter(({ answer }) => answer !== undefined).length
}
