// Reasons for findings that are being typed and not saved. They outlast the next check, and the window asks before it goes.
import { signal } from '@preact/signals'
import { wordsOfFinding } from '../../shared/verify/answer.ts'
import type { Finding } from '../../shared/verify/finding.ts'

/** A finding of a brief with the body it was found in; `nth` counts, from 0, those on the same words. */
export type FindingInBrief = { brief: string; body: string; finding: Finding; nth: number }

/** What an answer knows a finding by, in its brief. */
export type AnsweredFinding = { brief: string; rule: string; words: string; evidence: string | null }

/** `before` is the reason that stands, where one was to be changed. */
export type TypedReason = AnsweredFinding & { typed: string; before: string }

/** By the name of the finding. */
export const typedReasons = signal<ReadonlyMap<string, TypedReason>>(new Map())

/** The finding whose field is to have the keyboard once it is drawn. */
export const reasonToFocus = signal<string | null>(null)

/** A name that stays when the text around a finding changes. */
export function nameOfFinding({ nth, ...place }: FindingInBrief): string {
  return JSON.stringify([nth, ...Object.values(answeredFinding(place))])
}

export function answeredFinding({ brief, body, finding }: Omit<FindingInBrief, 'nth'>): AnsweredFinding {
  const { rule, evidence } = finding
  return { brief, rule, words: wordsOfFinding(finding, body), evidence }
}

/** The findings of a brief, each told from others on the same words. */
export function findingsInBrief(brief: string, body: string, findings: readonly Finding[]): FindingInBrief[] {
  const counts = new Map<string, number>()
  return findings.map(finding => {
    const first = nameOfFinding({ brief, body, finding, nth: 0 })
    const nth = counts.get(first) ?? 0
    counts.set(first, nth + 1)
    return { brief, body, finding, nth }
  })
}

/** Opens the field for a reason, with the keyboard in it; what was typed there before is still in it. */
export function startReason(place: FindingInBrief): void {
  const name = nameOfFinding(place)
  const before = place.finding.answer ?? ''
  const reason = typedReasons.value.get(name) ?? { ...answeredFinding(place), typed: before, before }
  typedReasons.value = new Map(typedReasons.value).set(name, reason)
  reasonToFocus.value = name
}

export function typeReason(name: string, typed: string): void {
  const reason = typedReasons.value.get(name)
  if (reason) typedReasons.value = new Map(typedReasons.value).set(name, { ...reason, typed })
}

export function leaveReason(name: string): void {
  const others = new Map(typedReasons.value)
  others.delete(name)
  typedReasons.value = others
}

/** Whether a reason would be lost if the window went. */
export function isReasonUnsaved(): boolean {
  return [...typedReasons.value.values()].some(isChanged)
}

export function isChanged({ typed, before }: TypedReason): boolean {
  return typed.trim() !== '' && typed !== before
}
