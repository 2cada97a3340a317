// Issuing the open brief: what would be frozen, what stands in the way, and what was frozen.
import { computed, signal } from '@preact/signals'
import type { Notices } from '../../shared/request-names.ts'
import type { RequestOutput } from '../../shared/request-outputs.ts'
import { withAnswers } from '../../shared/verify/answer.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { request } from '../bridge/bridge.ts'
import { changeFrom } from '../briefs/brief-actions.ts'
import { whyNotSaved } from '../briefs/unsaved-words.ts'
import { goToFinding } from '../checks/check-actions.ts'
import { areChecksShown, openFindings } from '../checks/checks-state.ts'
import { placeToShow } from '../editor/finding-to-show.ts'
import { closeDialog, openBrief, openDialog, room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { isSameFinding } from './finding-groups.ts'

export type IssueCheck = RequestOutput<'issue.check'>
export type Issue = RequestOutput<'brief.issue'>['issue']
export type FrozenBrief = RequestOutput<'issue.get'>

type Stage = Notices['export.progressed']['stage']

/** How issuing stands. `problem` is why it was refused, or why nothing could be checked: a sentence. */
export type IssueState = { brief: string; before: Issue | null } & (
  | { is: 'checking' }
  | { is: 'unchecked'; problem: string }
  | { is: 'checked'; check: IssueCheck; problem: string | null }
  | { is: 'issuing'; check: IssueCheck; stage: Stage | null }
  | { is: 'issued'; issue: Issue; pages: number | null; frozen: FrozenBrief | null }
)

export const issueState = signal<IssueState | null>(null)

/** What the checks found before issuing, with the answers of this moment. */
export const findingsToIssue = computed((): readonly Finding[] => {
  const [state, brief] = [issueState.value, openBrief.value]
  if (state?.is !== 'checked' && state?.is !== 'issuing') return []
  const { findings } = state.check
  return brief?.id === state.brief ? withAnswers(findings, brief.body, brief.answers) : findings
})

/** Opens the dialog; what was typed is saved first, and the check goes on while it is open. */
export async function showIssue(): Promise<void> {
  const brief = openBrief.value
  if (!brief) return
  const why = await whyNotSaved()
  if (why !== null) return tell('problem', why)
  issueState.value = { is: 'checking', brief: brief.id, before: openBrief.value?.issues.at(-1) ?? null }
  openDialog.value = 'issue'
  await checkToIssue()
}

/** Asks what would be issued. It prints once, so that the pages are known. */
export async function checkToIssue(): Promise<void> {
  const state = issueState.value
  if (!state) return
  const { brief, before } = state
  const asked: IssueState = { is: 'checking', brief, before }
  issueState.value = asked
  const result = await request('issue.check', { id: brief })
  // Closed meanwhile, or asked again.
  if (issueState.value !== asked) return
  issueState.value = result.ok
    ? { is: 'checked', brief, before, check: result.value, problem: null }
    : { is: 'unchecked', brief, before, problem: result.problem.message }
}

/** Freezes the next version. */
export async function issueBrief(): Promise<void> {
  const state = issueState.value
  if (state?.is !== 'checked') return
  const { brief, before, check } = state
  issueState.value = { is: 'issuing', brief, before, check, stage: null }
  const result = await request('brief.issue', { id: brief })
  if (!result.ok) {
    issueState.value = { is: 'checked', brief, before, check, problem: result.problem.message }
    return
  }
  const { issue, brief: saved } = result.value
  const open = openBrief.value
  if (open?.id === saved.id) {
    changeFrom(saved)
    openBrief.value = { ...open, issues: saved.issues, updatedAt: saved.updatedAt }
  }
  const frozen = await request('issue.get', { id: brief, version: issue.version })
  issueState.value = {
    is: 'issued',
    brief,
    before,
    issue,
    pages: check.pages,
    frozen: frozen.ok ? frozen.value : null,
  }
}

/** Hears how far main is. */
export function issueProgressed({ brief, stage }: Notices['export.progressed']): void {
  const state = issueState.value
  if (state?.is === 'issuing' && state.brief === brief) issueState.value = { ...state, stage }
}

/** Leaves the dialog for the words that a finding is about, with the checks beside them. */
export function goToMend(finding: Finding): void {
  const brief = issueState.value?.brief
  closeIssue()
  if (brief === undefined) return
  // The closed dialog gives the focus back first.
  requestAnimationFrame(() => {
    room.value = 'briefs'
    areChecksShown.value = true
    const index = openFindings.value?.findings.findIndex(each => isSameFinding(each, finding)) ?? -1
    if (index === -1) placeToShow.value = { brief, finding }
    else goToFinding(index)
  })
}

export function closeIssue(): void {
  closeDialog()
  issueState.value = null
}
