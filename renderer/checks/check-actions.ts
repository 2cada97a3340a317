// Running the checks while a person writes, walking through what they found, and mending it.
import { useEffect } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { request } from '../bridge/bridge.ts'
import { editsToMake } from '../editor/edits-to-make.ts'
import { placeToShow } from '../editor/finding-to-show.ts'
import { areListsWhole, isReadOnly, lists, openBrief, room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { pauseFor } from '../state/pause-for.ts'
import { strings } from '../ui/strings.ts'
import { areChecksShown, checkedBrief, chosenFinding, indexAfter, openFindings } from './checks-state.ts'
import { pagesCounted } from './length-actions.ts'
import { choicesMade } from './rules-state.ts'
import { findingsInBrief, startReason } from './typed-reasons.ts'

/** Milliseconds without a key before the checks read the text. They read it in the main process: no key waits for them. */
const pause = 350

/** Keeps the findings up with a brief, and with the records it may rest on. */
export function useChecks(brief: Brief): void {
  const records = lists.value
  const isReady = areListsWhole.value
  const pages = pagesCounted.value
  const choices = choicesMade.value
  const { id, body, marking, template, date, dueOn, answers } = brief
  useEffect(() => {
    if (!isReady) return
    const waiting = setTimeout(() => void check(brief), pauseFor(body, pause))
    return () => clearTimeout(waiting)
  }, [id, body, marking, template, date, dueOn, answers, records, isReady, pages, choices])
}

async function check({ id, body, marking, template, date, dueOn }: Brief): Promise<void> {
  const fields = { body, marking, template, date, dueOn }
  const result = await request('brief.verify', { id, fields })
  const open = openBrief.value
  // The next answer is on its way.
  if (open?.id !== id || open.body !== body) return
  const before = openFindings.value?.findings ?? []
  const findings = result.ok ? result.value.findings : []
  chosenFinding.value = indexAfter(before, chosenFinding.value, findings)
  checkedBrief.value = { brief: id, body, findings, problem: result.ok ? null : result.problem.message }
}

/** Shows or hides the findings, with the keyboard in them. */
export function toggleChecks(): void {
  areChecksShown.value = !areChecksShown.value
}

/** Goes to the next finding, or by -1 to the one before; after the last comes the first. */
export function walkFindings(step: 1 | -1): void {
  const findings = openFindings.value?.findings ?? []
  if (findings.length === 0) return
  const from = chosenFinding.value ?? (step === 1 ? -1 : 0)
  goToFinding((from + step + findings.length) % findings.length)
}

/** Selects the words that a finding is about. */
export function goToFinding(index: number): void {
  const checked = openFindings.value
  const finding = checked?.findings[index]
  if (!checked || !finding) return
  chosenFinding.value = index
  areChecksShown.value = true
  room.value = 'briefs'
  placeToShow.value = { brief: checked.brief, finding }
}

/** Opens the field for why the finding that was gone to last may stand, else that of the first. */
export function answerChosen(): void {
  const checked = openFindings.value
  if (!checked || isReadOnly.value) return
  const { brief, body, findings } = checked
  const place = findingsInBrief(brief, body, findings)[chosenFinding.value ?? 0]
  if (!place) return
  chosenFinding.value ??= 0
  areChecksShown.value = true
  startReason(place)
}

/** Makes the mend that a finding offers, as a step that can be undone. */
export function mendFinding(finding: Finding): void {
  const checked = openFindings.value
  if (!checked || !finding.fix || isReadOnly.value) return
  if (openBrief.value?.body !== checked.body) tell('info', strings.checks.changed)
  else editsToMake.value = { brief: checked.brief, edits: finding.fix.edits }
}
