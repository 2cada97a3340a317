// Files that the system asks to open: sources are imported, and the PDF of a brief is opened as the brief.
import { request } from '../bridge/bridge.ts'
import { openBriefFromPdf } from '../exchange/open-brief.ts'
import { description } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { importSources } from './take-in.ts'

/** Opens those that wait; main knows their paths, and tells how many there are. */
export async function openNamedFiles(): Promise<void> {
  const waiting = await request('file.waiting', {})
  if (!waiting.ok) return
  const { briefs, sources } = waiting.value
  const why = description.value?.whyReadOnly
  if (why) {
    if (briefs + sources > 0) tell('problem', strings.library.readOnly(why.what, why.remedy))
    return
  }
  if (sources > 0) await importSources({ areNamed: true })
  for (let at = 0; at < briefs; at++) await openBriefFromPdf('named')
}
