// The findings of a brief that is to be issued, told apart. Pure.
import { isOpenError } from '../../shared/verify/answer.ts'
import type { Finding } from '../../shared/verify/finding.ts'

/** Whether two runs of the checks report the same of the same text. */
export function isSameFinding(one: Finding, other: Finding): boolean {
  return (
    one.rule === other.rule &&
    one.line === other.line &&
    one.column === other.column &&
    one.message === other.message
  )
}

/** What must be mended or answered, what may stand, and what was answered. */
export function findingGroups(findings: readonly Finding[]) {
  const open = findings.filter(({ answer }) => answer === undefined)
  return {
    errors: findings.filter(isOpenError),
    warnings: open.filter(({ severity }) => severity === 'warning'),
    notes: open.filter(({ severity }) => severity === 'note'),
    answered: findings.filter(({ answer }) => answer !== undefined),
  }
}
