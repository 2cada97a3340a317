// What the checks found in the open brief, and where the person is among it.
import { computed, signal } from '@preact/signals'
import { withAnswers } from '../../shared/verify/answer.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { openBrief } from '../state/desk.ts'

/** Findings with the text they were found in; `problem` where the checks could not be run. */
export type CheckedBrief = {
  brief: string
  body: string
  findings: readonly Finding[]
  problem: string | null
}

export const areChecksShown = signal(false)
export const checkedBrief = signal<CheckedBrief | null>(null)
/** The index of the finding that was gone to last. */
export const chosenFinding = signal<number | null>(null)

const openId = computed(() => openBrief.value?.id)
const openAnswers = computed(() => openBrief.value?.answers ?? [])

/** The findings of the brief that is open, with its answers of this moment; null until it was checked. */
export const openFindings = computed(() => {
  const checked = checkedBrief.value
  if (checked === null || checked.brief !== openId.value) return null
  return { ...checked, findings: withAnswers(checked.findings, checked.body, openAnswers.value) }
})

/** How many findings stand unanswered, by severity. */
export function countFindings(
  findings: readonly Finding[],
): [errors: number, warnings: number, notes: number] {
  const open = findings.filter(({ answer }) => answer === undefined)
  const of = (severity: Finding['severity']) => open.filter(finding => finding.severity === severity).length
  return [of('error'), of('warning'), of('note')]
}

/** The same finding among others that were found later, else the one that took its place. */
export function indexAfter(before: readonly Finding[], chosen: number | null, after: readonly Finding[]) {
  const was = chosen === null ? undefined : before[chosen]
  if (chosen === null || was === undefined || after.length === 0) return null
  const same = after.findIndex(({ rule, message }) => rule === was.rule && message === was.message)
  return same === -1 ? Math.min(chosen, after.length - 1) : same
}
