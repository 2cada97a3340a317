// A brief as it is printed, whether it is exported, looked at before it is issued, or frozen.
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import type { Brief } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Printer } from './ports.ts'

/** Rejects with a RequestProblem where it cannot be printed. `issue` is the version that the print is of, on a day. */
export function printBrief(
  printer: Printer,
  { brief, template, evidence, sources }: FrozenBrief,
  briefs: readonly Brief[],
  issue?: { version: number; day: string },
): Promise<Uint8Array> {
  const document = composeBrief({ brief, template, evidence, sources, briefs, ...(issue && { issue }) })
  return printer.print(renderBrief(document)).catch(error => {
    throw new RequestProblem(
      'failed',
      `“${brief.title}” could not be printed: ${(error as Error).message}. No file was written and the brief is as it was; try again.`,
    )
  })
}
