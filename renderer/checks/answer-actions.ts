// Saying why a finding may stand, and taking that back.
import type { Brief } from '../../shared/model/records.ts'
import { summaryOfBrief } from '../../shared/summaries.ts'
import { request } from '../bridge/bridge.ts'
import { changeFrom, saves } from '../briefs/brief-actions.ts'
import { lists, openBrief, saveState } from '../state/desk.ts'
import { withRecord } from '../state/lists.ts'
import { strings } from '../ui/strings.ts'
import type { AnsweredFinding } from './typed-reasons.ts'

/**
 * Keeps the reason for a finding with its brief, or with null withdraws it; gives back why it was refused, or null. What is
 * typed in the brief is saved first: answers are to the text on the disk.
 */
export async function answerFinding(
  { brief: id, rule, words, evidence }: AnsweredFinding,
  reason: string | null,
): Promise<string | null> {
  if (!(await saves.flush())) {
    const { value: state } = saveState
    return strings.checks.textNotSaved(state.is === 'failed' ? state.problem.message : '')
  }
  const result = await request('finding.answer', { id, rule, words, evidence, reason })
  if (!result.ok) return result.problem.message
  showAnswers(result.value)
  return null
}

/** Shows a brief's answers; words that were typed meanwhile stay. */
function showAnswers(brief: Brief): void {
  changeFrom(brief)
  lists.value = withRecord(lists.value, 'briefs', summaryOfBrief(brief))
  const open = openBrief.value
  if (open?.id === brief.id) openBrief.value = { ...open, answers: brief.answers, updatedAt: brief.updatedAt }
}
