import { parseBrief } from '../markdown/parse-brief.ts'
import { referencesInTree } from '../references/parse-references.ts'
import { referenceResolver } from '../references/resolve-reference.ts'
import { placesIn } from '../references/text-place.ts'
import { timelinesInTree, withTimelines } from '../timeline/timelines-in-text.ts'
import { answerTo, wordsAt } from './answer.ts'
import { readBriefText } from './brief-text.ts'
import type { Finding } from './finding.ts'
import { type BriefToVerify, type Fault, findingOf, type Rule, type VerifiedBrief } from './rule.ts'
import { ruleState } from './rule-states.ts'
import { rules } from './rules.ts'

/** A brief as the checks look at it. */
export function readBrief(parts: BriefToVerify): VerifiedBrief {
  const { body } = parts.brief
  const tree = parseBrief(body)
  const timelines = timelinesInTree(tree, body)
  return {
    ...parts,
    day: parts.day ?? parts.brief.date ?? null,
    references: withTimelines(referencesInTree(tree, body), timelines, parts.evidence),
    timelines,
    resolve: referenceResolver(parts),
    text: readBriefText(body, tree),
  }
}

/**
 * Runs the checks that are turned on over a brief; the findings stand in the order of their places. Those that were
 * answered come with their answer.
 */
export function verifyBrief(parts: BriefToVerify): Finding[] {
  const { body } = parts.brief
  const verified = readBrief(parts)
  const placeOf = placesIn(body)
  const isOn = (rule: string) =>
    ruleState(rule, { library: parts.checks, template: parts.template?.checks }).isOn
  const on = rules.filter(({ name }) => isOn(name))
  const reported = (rule: Rule) => (fault: Fault) => {
    const finding = findingOf(rule, fault, placeOf)
    const answer = answerTo({ ...finding, words: wordsAt(body, fault) }, parts.answers ?? [])
    return { fault, finding: answer ? { ...finding, answer: answer.reason } : finding }
  }
  const found = on.flatMap(rule => rule.find(verified).map(reported(rule)))
  // Answers are printed in an annex alone.
  const answered = !parts.template?.annex
    ? []
    : found.flatMap(({ fault, finding: { answer } }) =>
        answer === undefined ? [] : { fault, reason: answer },
      )
  const foundInAnswered = on.flatMap(rule =>
    (rule.findInAnswered?.(answered, verified) ?? []).map(reported(rule)),
  )
  return [...found, ...foundInAnswered]
    .sort((a, b) => a.fault.start - b.fault.start || a.fault.end - b.fault.end)
    .map(({ finding }) => finding)
}
