// Who speaks a quoted run, by the words of its own sentence, before it or after it.
import { afterRun, subjectAlone } from './attribution-after.ts'
import { beforeRun } from './attribution-before.ts'
import type { Candidate, Surroundings } from './candidates.ts'
import type { People } from './people.ts'
import type { Quotation } from './quotations.ts'
import { subject as subjectOf } from './subject.ts'

/** "BELL: Well, look": a transcript within the marks says who speaks. */
const transcriptLabel = /^(?:MR\. |MRS\. |MS\. )?(\p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+){0,2}):\s/u

function byLabel(label: string, at: number): Candidate {
  const words = label.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase())
  return { subject: subjectOf('name', words), cue: null, at, rule: 'transcript', confidence: 0.85 }
}

/** The attribution of a run by the words of its own sentence; null where none is there. */
export function attribute(
  run: Quotation,
  words: string,
  around: Surroundings,
  people: People,
): Candidate | null {
  const labelled = transcriptLabel.exec(words)?.[1]
  if (labelled !== undefined) return byLabel(labelled, around.afterStart)
  const after = afterRun(around, /[.…]$/.test(words))
  const before = beforeRun(around, people)
  if (after === null || before === null) return before ?? after ?? subjectAlone(around, words)
  // A comma or a question at the run's end leaves the sentence to the words after it; a colon before it opens it.
  const isContinued = /[,?!—–-]$/.test(words) || !run.isClosed
  if (isContinued && after.rule === 'verb after') return /:\s*[*_]*$/.test(around.before) ? before : after
  return before.confidence < after.confidence ? after : before
}
