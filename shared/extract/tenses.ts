// Whether the words around a date look back or ahead.

const ahead =
  /(?<![\p{L}’'])(?:[Ww]ill|won[’']t|shall|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?\sto|schedul(?:ed|es)|due(?=\s(?:to|on|in|at|by))|set\sto|to\sbe|upcoming|forthcoming|next|unless|if|may|might|could|should|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|hop(?:es|ed|ing)|project(?:s|ed)|predict(?:s|ed|ions?)?|likely|would|is\sto|are\sto|propos(?:es|ed)|going\sto|wants?\sto|payable|forecasts?|(?:opens?|begins?|starts?|ends?|meets?|votes?|convenes?|resumes?|expires?|closes)(?=\s(?:again\s|next\s)?(?:on|in|at|next|this|\p{Lu}))|takes?\splace|potential|deadline|expires?|until|[’']ll)(?![\p{L}’'])/gu
const pastVerb =
  /(?<!\p{L}|(?:^|\s)(?:to|will|would|can|could|may|might|must|should|shall)\s)(?:\p{Ll}{2,}ed|said|told|wrote|was|were|had|did|came|met|made|held|fell|rose|went|took|began|led|won|lost|gave|got|found|put|cut|hit|set(?!\sto\s)|sent|spoke|saw|left|paid|grew|drew|ran|became|brought|bought|built|kept|knew|met|sold|stood|struck|thought|forecast|has|have)(?!\p{L})/gu

/** Verbs that report: the date after what they report is not theirs. */
const reporting =
  /^(?:said|told|wrote|announced|reported|stated|added|noted|declared|confirmed|indicated|disclosed|warned|argued|claimed|explained|acknowledged|insisted)$/
const mostWordsToOwn = 4

/** Where a date is read from the clause around it and the rest of its sentence; null where no verb says. */
export function tenseOf(before: string, after: string): 'past' | 'future' | null {
  const left = before.slice(-200)
  const right = after.slice(0, 120)
  const clauseLeft = left.split(/[,;:—()“”"]/).at(-1) ?? ''
  const clauseRight = right.split(/[,;:—()“”"]/)[0] ?? ''
  // "said Tuesday it will": the verb right before the date owns it.
  const own = lastPastOf(clauseLeft)
  const future = lastOf(clauseLeft, ahead)
  if (own >= 0 && own > future && future < 0) return 'past'
  if (future >= 0 && future > own) return 'future'
  if (future >= 0) return isReported(clauseLeft, own) ? 'past' : 'future'
  if (lastOf(clauseRight, ahead) >= 0 && lastOf(clauseRight, pastVerb) < 0) return 'future'
  if (lastOf(left, ahead) >= 0 && lastOf(left, ahead) > lastOf(left, pastVerb)) return 'future'
  if (lastOf(left, pastVerb) >= 0 || lastOf(clauseRight, pastVerb) >= 0)
    return lastPastOf(left) >= 0 || lastOf(clauseRight, pastVerb) >= 0 ? 'past' : null
  // "We finish by June": a deadline of which nothing says that it has passed.
  return /^by\s/i.test(after) ? 'future' : null
}

/** The last verb in the past, but for one that only reports words which the date is part of. */
function lastPastOf(text: string): number {
  let index = -1
  for (const match of text.matchAll(pastVerb)) {
    const between = text
      .slice(match.index + match[0].length)
      .trim()
      .split(/\s+/).length
    if (!reporting.test(match[0]) || between <= mostWordsToOwn) index = match.index
  }
  return index
}

/** A simple past right before the date: "expected growth was cut on Tuesday"; a participle after "to be" is not. */
function isReported(clause: string, verb: number): boolean {
  return !/(?:be|been|is|are)\s$/.test(clause.slice(0, verb)) && clause.length - verb < 25
}

function lastOf(text: string, pattern: RegExp): number {
  let index = -1
  for (const match of text.matchAll(pattern)) index = match.index
  return index
}
