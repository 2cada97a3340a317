// Decisions that came back on an issued version, as they are recorded.
import { signal } from '@preact/signals'
import type { RequestInput } from '../../shared/requests.ts'
import { request } from '../bridge/bridge.ts'
import { dialogWords, lists, openDialog } from '../state/desk.ts'
import { withRecord } from '../state/lists.ts'
import { strings } from '../ui/strings.ts'
import { type IssuedVersion, openIssued, showIssued } from './issued-versions.ts'

export type Outcome = RequestInput<'decision.record'>['outcome']

/** The version that decisions are being recorded on. */
export const openDecision = signal<{ brief: { id: string; title: string }; issue: IssuedVersion } | null>(
  null,
)

/** What was chosen: by the recommendation's place among those of the version. */
export type Choices = ReadonlyMap<number, Outcome>

export function showDecision(issue: IssuedVersion): void {
  const brief = openIssued.value?.brief
  if (!brief) return
  openDecision.value = { brief, issue }
  openDialog.value = 'decision'
}

/** Goes back to the versions, with what was done there in a sentence. */
export function backToIssued(done: string | null = null): void {
  const brief = openDecision.value?.brief ?? openIssued.value?.brief ?? null
  openDecision.value = null
  dialogWords.value = ''
  void showIssued(brief, done)
}

/** Records one decision after another. Gives those that were recorded, and why the next one was not, or null. */
export async function recordDecisions(
  choices: Choices,
  said: { by: string; on: string },
): Promise<{ recorded: number[]; problem: string | null }> {
  const open = openDecision.value
  const recorded: number[] = []
  if (!open) return { recorded, problem: null }
  for (const [index, outcome] of choices) {
    const recommendation = open.issue.recommendations[index]?.recommendation
    if (recommendation === undefined) continue
    const { version } = open.issue
    const result = await request('decision.record', {
      id: open.brief.id,
      version,
      recommendation,
      outcome,
      by: said.by,
      on: said.on,
    })
    if (!result.ok)
      return { recorded, problem: strings.decision.partly(recorded.length, result.problem.message) }
    lists.value = withRecord(lists.value, 'events', result.value)
    recorded.push(index)
  }
  return { recorded, problem: null }
}
