// How long the open brief is, told while a person writes. Words are told soon after a key; pages are printed in the
// main process, once nothing was typed for longer. No key waits for either.
import { computed, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { BriefLength } from '../../shared/answers.ts'
import type { Brief } from '../../shared/model/records.ts'
import { request } from '../bridge/bridge.ts'
import { preferredPaper } from '../preferences/preferences-state.ts'
import { areListsWhole, lists, openBrief } from '../state/desk.ts'
import { pauseFor } from '../state/pause-for.ts'
import { choicesMade } from './rules-state.ts'

/** Milliseconds without a key before the words are counted, and before the pages are. */
const pauses = { words: 350, pages: 1500 }

type MeasuredBrief = { brief: string; length: BriefLength | null; problem: string | null }

export const measuredBrief = signal<MeasuredBrief | null>(null)
/** The pages of the open brief, which may bring a finding or take it away. */
export const pagesCounted = computed(() => {
  const measured = measuredBrief.value
  return measured?.brief === openBrief.value?.id ? (measured?.length?.pages?.counted ?? null) : null
})

/** Keeps the length up with a brief, and with the records it may rest on. */
export function useLength(brief: Brief): void {
  const records = lists.value
  const isReady = areListsWhole.value
  const choices = choicesMade.value
  const paper = preferredPaper.value
  const { id, body, marking, template, date, dueOn } = brief
  useEffect(() => {
    if (!isReady) return
    const waiting = [
      setTimeout(() => void measure(brief, false), pauseFor(body, pauses.words)),
      setTimeout(() => void measure(brief, true), pauseFor(body, pauses.pages)),
    ]
    return () => {
      for (const each of waiting) clearTimeout(each)
    }
  }, [id, body, marking, template, date, dueOn, records, isReady, choices, paper])
}

async function measure(brief: Brief, mayPrint: boolean): Promise<void> {
  const { id, body, marking, template, date, dueOn } = brief
  const result = await request('brief.measure', {
    id,
    fields: { body, marking, template, date, dueOn },
    mayPrint,
  })
  const open = openBrief.value
  // The next answer is on its way.
  if (open?.id !== id || open.body !== body || open.template !== template) return
  measuredBrief.value = result.ok
    ? { brief: id, length: result.value, problem: null }
    : { brief: id, length: withoutPages(id), problem: result.problem.message }
}

/** The words that were told before; pages that could not be counted are not known. */
function withoutPages(id: string): BriefLength | null {
  const before = measuredBrief.value?.brief === id ? measuredBrief.value.length : null
  if (!before?.pages) return before
  const pages = { ...before.pages, counted: null, isOfThisText: true, isTooLong: false }
  return { ...before, pages }
}
