// A brief as it is printed, whether it is exported, looked at before it is issued, or frozen.
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { notesId } from '../../shared/brief/notes-html.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import { wordsOfHtml } from '../../shared/markdown/escape-html.ts'
import type { DrawnHeading } from '../../shared/markdown/render-markdown.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { carryBrief } from '../carried/carry-brief.ts'
import type { PdfAbout } from '../pdf/metadata.ts'
import { pagesOf, pdfLayout } from '../pdf/pdf-layout.ts'
import { documentOf, type IssueMark } from './document-of.ts'
import type { linkedRecords } from './linked-records.ts'
import type { Ports } from './ports.ts'

/** What the checks can know of a brief only from its print. */
export type KnownFromPrint = { pages: number; areNotesMoved: boolean }

/** `pages` are those before the annex; null where they cannot be counted. `findings` know them. */
export type PrintedBrief = { pdf: Uint8Array; pages: number | null; findings: Finding[] }

/**
 * Prints a brief with the annex of its findings, which `check` finds by the print, null before there is one. The PDF carries all
 * that the brief needs to be opened again. Rejects with a RequestProblem where it cannot be printed. `issue` is the version that
 * the print is of, on a day.
 */
export async function printBrief(
  { printer, finishPdf }: Pick<Ports, 'printer' | 'finishPdf'>,
  frozen: FrozenBrief,
  { briefs, behind }: Pick<Awaited<ReturnType<typeof linkedRecords>>, 'briefs' | 'behind'>,
  check: (printed: KnownFromPrint | null) => Finding[],
  issue?: IssueMark,
): Promise<PrintedBrief> {
  const { brief } = frozen
  const print = async (findings: readonly Finding[]) => {
    const document = documentOf(frozen, briefs, findings, issue)
    const pdf = await printer.print(renderBrief(document)).catch(error => {
      throw new RequestProblem(
        'failed',
        `“${brief.title}” could not be printed: ${(error as Error).message}. No file was written and the brief is as it was; try again.`,
      )
    })
    return { pdf, document }
  }
  const unprinted = check(null)
  const first = await print(unprinted)
  const pages = pagesOf(first.pdf)
  if (pages === null) return { pdf: await finished(first), pages, findings: unprinted }
  const isAtFoot = first.document.notesPlace === 'foot'
  const areNotesMoved = isAtFoot && pdfLayout(first.pdf).destinations.has(notesId)
  const findings = check({ pages, areNotesMoved })
  // That a brief is too long is known once it is printed; where that was answered, its annex says so.
  const isSame = answersIn(unprinted) === answersIn(findings)
  return { pdf: await finished(isSame ? first : await print(findings)), pages, findings }

  function finished({ pdf, document }: { pdf: Uint8Array; document: BriefDocument }): Promise<Uint8Array> {
    const { title, form, language, headings } = document
    const about = {
      title,
      subject: form,
      language,
      changedAt: new Date(brief.updatedAt),
      headings: [{ words: title, printed: title }, ...headings.map(headingInPdf)],
    }
    return finishPdf(pdf, about, carryBrief(frozen, { briefs, behind }))
  }
}

/** Without the marks of notes and sources, and with them. */
function headingInPdf({ html }: DrawnHeading): PdfAbout['headings'][number] {
  return { words: wordsOfHtml(html.replace(/<sup\b[\s\S]*?<\/sup>/g, '')), printed: wordsOfHtml(html) }
}

function answersIn(findings: readonly Finding[]): number {
  return findings.filter(({ answer }) => answer !== undefined).length
}
