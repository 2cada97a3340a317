// How long a brief is against what its form allows: the words of its bottom line, and its pages in print.
import type { BriefLength } from '../../shared/answers.ts'
import { RequestProblem } from '../../shared/result.ts'
import { bottomLineOf } from '../../shared/verify/bottom-line.ts'
import { ruleState } from '../../shared/verify/rule-states.ts'
import { readBrief } from '../../shared/verify/verify-brief.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { printedKey } from './known-pages.ts'
import { linkedRecords } from './linked-records.ts'
import type { PageMeter } from './page-meter.ts'
import { renderToPrint } from './pages.ts'
import type { Ports } from './ports.ts'
import type { Templates } from './templates.ts'
import { briefAsTyped, partsToVerify } from './verify.ts'

export function measureRequests(
  library: Library,
  templates: Templates,
  { now, meter }: Pick<Ports, 'now'> & { meter: PageMeter },
): Pick<Handlers, 'brief.measure'> {
  return {
    'brief.measure': async ({ id, fields, mayPrint }) => {
      const brief = await briefAsTyped(library, id, fields)
      const known = { brief, ...(await linkedRecords(library, brief)) }
      const template = templates.findAsPrinted(brief.template)
      const parts = partsToVerify(library, templates, known, now)
      const bottomLine = bottomLineOf(readBrief(parts))
      const allowed = template?.pages ?? null
      const isOn = (rule: string) =>
        ruleState(rule, { library: parts.checks, template: template?.checks }).isOn
      const length: BriefLength = {
        pages: null,
        bottomLine: bottomLine && {
          heading: bottomLine.title,
          words: bottomLine.words,
          limit: bottomLine.limit,
          isTooLong: isOn('bottom-line-too-long') && bottomLine.words > bottomLine.limit,
        },
      }
      if (!template || allowed === null) return length
      const key = printedKey(known, template)
      const here = mayPrint
        ? await meter
            .count(key, id, () => renderToPrint(library, templates, known, { now, meter }))
            .catch(error => {
              throw new RequestProblem(
                'failed',
                `The pages of “${brief.title}” could not be counted: ${(error as Error).message}. Nothing of it is lost.`,
              )
            })
        : meter.known(key)
      const counted = here ?? meter.last(id)
      const isTooLong = isOn('brief-too-long') && counted !== null && counted > allowed
      return { ...length, pages: { counted, isOfThisText: here !== null, limit: allowed, isTooLong } }
    },
  }
}
