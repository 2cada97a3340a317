// Opening a brief from its PDF, and what came of it.
import type { OpenedBrief } from '../../shared/exchange.ts'
import { request } from '../bridge/bridge.ts'
import { openBriefById } from '../briefs/brief-actions.ts'
import { isReadOnly, room } from '../state/desk.ts'
import { readLists } from '../state/library-actions.ts'
import { tell } from '../state/notices.ts'
import { isSaved } from './exchange-actions.ts'
import { exchangeStrings } from './exchange-strings.ts'

/** A PDF as it was dropped. */
type DroppedPdf = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** Shows the brief that a PDF carries: the one given, one that the system named, or one that main asks for. */
export async function openBriefFromPdf(file: DroppedPdf | 'named' | null = null): Promise<void> {
  if (isReadOnly.value || !(await isSaved())) return
  const result = await request('brief.open', file === 'named' ? { isNamed: true } : { file })
  if (!result.ok) return tell('problem', result.problem.message)
  if (!result.value) return
  await readLists()
  room.value = 'briefs'
  await openBriefById(result.value.brief.id)
  const { brief, added, ...details } = result.value
  const said = added === 0 ? exchangeStrings.openedBriefHere : exchangeStrings.openedBrief
  tell('info', said(brief.title), linesOf(details, brief.template))
}

/** More lines would hide the work. */
const mostNamed = 5

function linesOf(
  { passagesOf, grown, renamed, missingPictures, form }: Omit<OpenedBrief, 'brief' | 'added'>,
  template: string,
): string[] {
  const more = passagesOf.length - mostNamed
  return [
    ...passagesOf.slice(0, mostNamed).map(exchangeStrings.passagesOf),
    ...(more > 0 ? [exchangeStrings.more(more)] : []),
    ...(grown > 0 ? [exchangeStrings.grown(grown)] : []),
    ...(form === 'here' ? [] : [exchangeStrings.forms[form](template)]),
    ...(missingPictures > 0 ? [exchangeStrings.missingPictures(missingPictures)] : []),
    ...(renamed.length > 0 ? [exchangeStrings.renamedBrief(renamed.length)] : []),
  ]
}
