// The thread in which texts are searched for evidence, so that neither the window nor the main process waits for it.
import { parentPort } from 'node:worker_threads'
import { findEvidence } from '../../shared/extract/find-evidence.ts'
import type { Suggestions } from '../../shared/extract/suggestions.ts'

/** `opening` is how much of a longer text is searched and told first, in UTF-16 code units. */
export type FinderJob = { id: number; text: string; date: string | null; opening: number }
export type FinderAnswer = { id: number; suggestions: Suggestions; isWhole: boolean }

parentPort?.on('message', ({ id, text, date, opening }: FinderJob) => {
  const tell = (suggestions: Suggestions, isWhole: boolean) =>
    parentPort?.postMessage({ id, suggestions, isWhole } satisfies FinderAnswer)
  if (text.length > opening * 2) {
    // Up to a paragraph's end, so that no sentence is read in half.
    const end = text.indexOf('\n\n', opening)
    if (end !== -1) tell(findEvidence(text.slice(0, end), date), false)
  }
  tell(findEvidence(text, date), true)
})
