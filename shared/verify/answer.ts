// A finding that may stand: what a person said of it, and how it is known again when the text around it has changed.
import { offsetAt } from '../references/text-place.ts'
import type { Finding } from './finding.ts'

/**
 * The reason for which a finding may stand. It holds for findings of that rule, about that evidence, on those words
 * wherever they stand in the brief, so that it survives edits elsewhere. `at` is an instant.
 */
export type Answer = { rule: string; words: string; evidence: string | null; reason: string; at: string }

/** Characters of a finding's words that an answer keeps. */
const mostKept = 1000

/** The words a finding is about, as an answer keeps them: on one line. Of a finding about the whole brief, none. */
export function wordsAt(body: string, place: { start: number; end: number }): string {
  return body.slice(place.start, place.end).replace(/\s+/g, ' ').trim().slice(0, mostKept)
}

/** The same of a finding in that body. */
export function wordsOfFinding({ line, column, endLine, endColumn }: Finding, body: string): string {
  const start = offsetAt(body, { line, column })
  return wordsAt(body, { start, end: offsetAt(body, { line: endLine, column: endColumn }) })
}

/** The newest answer to a finding on those words; null where there is none. */
export function answerTo(
  finding: Pick<Finding, 'rule' | 'evidence'> & { words: string },
  answers: readonly Answer[],
): Answer | null {
  return answers
    .filter(
      ({ rule, evidence, words }) =>
        rule === finding.rule && evidence === finding.evidence && words === finding.words,
    )
    .reduce<Answer | null>((newest, each) => (newest && newest.at > each.at ? newest : each), null)
}

/** Whether a finding keeps a brief from being issued: an error that nobody answered. */
export function isOpenError({ severity, answer }: Finding): boolean {
  return severity === 'error' && answer === undefined
}

/** Findings of a body with the answers that there are now. */
export function withAnswers(
  findings: readonly Finding[],
  body: string,
  answers: readonly Answer[],
): Finding[] {
  return findings.map(finding => {
    const { answer: _, ...open } = finding
    const answer = answerTo({ ...finding, words: wordsOfFinding(finding, body) }, answers)
    return answer ? { ...open, answer: answer.reason } : open
  })
}
