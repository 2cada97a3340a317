// A brief's pages as it stands, printed in the background for a person who looks at them while writing.
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { type RenderedBrief, renderBrief } from '../../shared/brief/render-brief.ts'
import type { Template } from '../../shared/brief/template.ts'
import type { Brief } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import type { Library } from '../library/library.ts'
import { annexParts } from './annex.ts'
import type { Handlers } from './answer.ts'
import { templateNamed } from './brief.ts'
import { knownPages, printedKey } from './known-pages.ts'
import { linkedRecords } from './linked-records.ts'
import type { PageMeter } from './page-meter.ts'
import type { Ports } from './ports.ts'
import { briefAsTyped, partsToVerify } from './verify.ts'

export function pagesRequests(
  library: Library,
  templates: readonly Template[],
  { now, meter }: Pick<Ports, 'now'> & { meter: PageMeter },
): Pick<Handlers, 'brief.pages'> {
  return {
    'brief.pages': async ({ id, fields }) => {
      const brief = await briefAsTyped(library, id, fields)
      const known = { brief, ...(await linkedRecords(library, brief)) }
      const rendered = renderToPrint(library, templates, known, { now, meter })
      const print = await meter.print(printedKey(known), id, rendered).catch(error => {
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
export function renderToPrint(
  library: Library,
  templates: readonly Template[],
  known: { brief: Brief } & Linked,
  { now, meter }: Pick<Ports, 'now'> & { meter: Pick<PageMeter, 'known' | 'last'> },
): RenderedBrief {
  const { brief } = known
  const template = templateNamed(brief.template, templates)
  if (!template.annex) return renderBrief(composeBrief({ ...known, template }))
  const parts = partsToVerify(library, templates, known, now)
  const findings = verifyBrief({ ...parts, ...knownPages(meter, known, template) })
  const annex = annexParts(known, findings, brief.body)
  return renderBrief(composeBrief({ ...known, template, annex }))
}
