// What of a sentence stands before a quoted run, and what after it.

const sentenceBreak =
  /(?<![A-Z]|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|St|Jr|Sr|Rev|Prof)[.!?][*_)”"]{0,3}\s+(?=\p{Lu})/gu
const window = 600

/** What is left of the sentence that ended or went on where a run closed. */
export function firstSentence(text: string): string {
  sentenceBreak.lastIndex = 0
  // A full stop right after the mark ended the run's own sentence.
  if (/^[*_]{0,3}[.]/.test(text)) return ''
  const end = sentenceBreak.exec(text.slice(0, window))
  return end ? text.slice(0, end.index) : text.slice(0, window)
}

/** What there is of the sentence before a run opens. */
export function lastSentence(text: string): string {
  const near = text.slice(-window)
  let start = 0
  for (const match of near.matchAll(sentenceBreak)) start = match.index + match[0].length
  return near.slice(start)
}
