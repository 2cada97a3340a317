// A brief's pages as it stands, printed in the background for a person who looks at them while writing.
import type { Brief } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { documentOf } from './document-of.ts'
import { keptPictures } from './kept-pictures.ts'
import { knownPages, printedKey } from './known-pages.ts'
import { linkedRecords } from './linked-records.ts'
import type { PageMeter } from './page-meter.ts'
import type { BriefToPrint, Ports } from './ports.ts'
import { briefOnPaper } from './print-brief.ts'
import type { Templates } from './templates.ts'
import { briefAsTyped, partsToVerify } from './verify.ts'

export function pagesRequests(
  library: Library,
  templates: Templates,
  { now, meter }: Pick<Ports, 'now'> & { meter: PageMeter },
): Pick<Handlers, 'brief.pages'> {
  return {
    'brief.pages': async ({ id, fields }) => {
      const brief = await briefAsTyped(library, id, fields)
      const known = { brief, ...(await linkedRecords(library, brief)) }
      const rendered = await renderToPrint(library, templates, known, { now, meter })
      const print = await meter
        .print(printedKey(known, templates.findAsPrinted(known.brief.template)), id, rendered)
        .catch(error => {
          throw new RequestProblem(
            'failed',
            `The pages of “${brief.title}” could not be printed: ${(error as Error).message}. Nothing of it is lost; try again.`,
          )
        })
      return print && { print: print.name, pdf: print.pdf }
    },
  }
}

type Linked = Awaited<ReturnType<typeof linkedRecords>>

/** A brief as its export would print it, with the annex of what the checks find now. */
export async function renderToPrint(
  library: Library,
  templates: Templates,
  known: { brief: Brief } & Linked,
  { now, meter }: Pick<Ports, 'now'> & { meter: Pick<PageMeter, 'known' | 'last'> },
): Promise<BriefToPrint> {
  const { brief, briefs, evidence, sources } = known
  const template = templates.asPrinted(brief.template)
  const pictures = await keptPictures(library, brief.body)
  const parts = partsToVerify(library, templates, known, now)
  const findings = template.annex ? verifyBrief({ ...parts, ...knownPages(meter, known, template) }) : []
  const frozen = { brief, template, evidence, sources }
  return briefOnPaper(documentOf({ frozen, briefs, findings, pictures }), pictures)
}
