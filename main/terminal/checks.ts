// What the checks say, as a terminal prints it.
import { diffWords } from '../../shared/diff/word-diff.ts'
import { RequestProblem } from '../../shared/result.ts'
import { isOpenError } from '../../shared/verify/answer.ts'
import { explainRule, ruleNames } from '../../shared/verify/explain-rule.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import type { Printed } from './printed.ts'
import type { Call } from './usage.ts'
import { markWords } from './word-marks.ts'

/** The findings of a brief; refused while an error stands that nobody answered. */
export function verified(findings: readonly Finding[]): Printed {
  return {
    json: { findings },
    lines: findings.length === 0 ? ['The checks found nothing to mend.'] : findings.flatMap(linesOf),
    isRefused: findings.some(isOpenError),
  }
}

/** A finding on a line that begins with its place; where it was answered, the reason on a second. */
export function findingLines({ severity, rule, line, column, message, answer }: Finding): string[] {
  const found = `${line}:${column} ${severity} ${rule}: ${message}`
  return answer === undefined ? [found] : [found, `    Answered: ${answer}`]
}

function linesOf(finding: Finding): string[] {
  const { diff, fix } = finding
  return [
    ...findingLines(finding),
    ...(diff ? [`    ${markWords(diffWords(diff.before, diff.after))}`] : []),
    ...(fix ? [`    To mend it: ${fix.words}.`] : []),
  ]
}

/** What a rule finds and how to mend it. It needs no library. */
export function explain({ arguments: [name = ''] }: Call): Printed {
  const explanation = explainRule(name)
  if (!explanation) {
    throw new RequestProblem(
      'not-found',
      `There is no rule “${name}”; the rules are ${ruleNames.join(', ')}.`,
    )
  }
  const { severity, wrong, mend, examples } = explanation
  const indented = (text: string) => text.split('\n').map(line => `    ${line}`.trimEnd())
  return {
    json: explanation,
    lines: [
      `${name} (${severity})`,
      wrong,
      mend,
      '',
      ...(examples.given === null ? [] : [examples.given, '']),
      'Wrong:',
      ...indented(examples.wrong),
      'Right:',
      ...indented(examples.right),
    ],
  }
}
