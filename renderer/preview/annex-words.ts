// What the preview's annex says beside the records that the window has: main reads the sources' texts for it.
import { signal } from '@preact/signals'
import type { LibraryLists } from '../../shared/answers.ts'
import { type AnnexParts, answeredChecks } from '../../shared/brief/annex.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { request } from '../bridge/bridge.ts'
import type { CheckedBrief } from '../checks/checks-state.ts'

const described = signal<RequestOutput<'annex.describe'>>({ contexts: {}, wrong: {} })

/** The words known so far; `checked` is what the checks found in the brief, null until they have. */
export function annexWords(checked: CheckedBrief | null): AnnexParts {
  const { contexts, wrong } = described.value
  const answered = checked ? answeredChecks(checked.findings, checked.body, rule => wrong[rule] ?? rule) : []
  return { contexts, answered }
}

type Asked = RequestInput<'annex.describe'> & Pick<LibraryLists, 'sources' | 'quotes' | 'figures' | 'events'>
let asked: Asked | null = null

/** Asks for the words that an annex needs of its evidence (ids; null without one), where they or the records behind them have changed. */
export async function readAnnexWords(
  evidence: string[] | null,
  checked: CheckedBrief | null,
  { sources, quotes, figures, events }: LibraryLists,
): Promise<void> {
  if (evidence === null) return
  const answered = checked?.findings.filter(({ answer }) => answer !== undefined) ?? []
  const rules = [...new Set(answered.map(({ rule }) => rule))]
  const asking: Asked = { evidence, rules, sources, quotes, figures, events }
  if (asked !== null && isSame(asked, asking)) return
  asked = asking
  const result = await request('annex.describe', { evidence, rules })
  if (result.ok && asked === asking) described.value = result.value
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.sources === other.sources &&
    one.quotes === other.quotes &&
    one.figures === other.figures &&
    one.events === other.events &&
    one.evidence.join() === other.evidence.join() &&
    one.rules.join() === other.rules.join()
  )
}
