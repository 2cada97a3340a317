// Who speaks a quoted run, by what stands after it: "said Ann Bell", "Ann Bell said", "according to Ann Bell", "— Ann Bell".
import { type Candidate, type Surroundings, unsaid } from './candidates.ts'
import { accordingTo, cuePattern, isUnsaid } from './cue-verbs.ts'
import { firstSentence } from './sentence-parts.ts'
import { anyCue, isParticiple, nounBefore } from './sentence-verbs.ts'
import { subjectAfter, subjectBefore } from './subjects.ts'

const mostCues = 4
const farthest = 220
const verbFirst = new RegExp(`^[\\s*_,—–-]{0,6}(?:(?:also|then|\\p{Ll}+ly)\\s)?(${cuePattern})\\s`, 'iu')

/** "“…,” said Ann Bell" and its like; `isEnded` where a full stop ends the words in the marks. */
export function afterRun(around: Surroundings, isEnded: boolean): Candidate | null {
  const text = firstSentence(around.after)
  const at = around.afterStart
  return (
    verbThenSubject(text, at) ??
    accordingAfter(text, at) ??
    signature(text, at) ??
    subjectThenVerb(text, at, isEnded)
  )
}

function verbThenSubject(text: string, at: number): Candidate | null {
  const inverted = verbFirst.exec(text)
  const cue = inverted?.[1]
  if (inverted === null || cue === undefined || isParticiple(cue)) return null
  const subject = subjectAfter(text.slice(inverted[0].length))
  return subject && { subject, cue, at, rule: 'verb after', confidence: isUnsaid('', cue) ? unsaid : 0.95 }
}

function accordingAfter(text: string, at: number): Candidate | null {
  const according = accordingTo.exec(text)
  if (according === null || according.index >= 8) return null
  const subject = subjectAfter(text.slice(according.index + according[0].length))
  return subject && { subject, cue: according[0].trim(), at, rule: 'verb after', confidence: 0.9 }
}

function signature(text: string, at: number): Candidate | null {
  const dash = /^[\s*_)>]*[—–―-]{1,2}\s?(?=\p{Lu})/u.exec(text)
  if (dash === null || !/^(?:[^.]|(?<=\p{Lu})\.){0,90}\.?\s*$/u.test(text)) return null
  const subject = subjectAfter(text.slice(dash[0].length))
  return subject?.kind === 'name' ? { subject, cue: null, at, rule: 'signed', confidence: 0.9 } : null
}

function subjectThenVerb(text: string, at: number, isEnded: boolean): Candidate | null {
  for (const match of [...text.slice(0, farthest).matchAll(anyCue)].slice(0, mostCues)) {
    const [cue] = match
    const lead = text.slice(0, match.index)
    const isName = /^\p{Lu}/u.test(cue)
    const subject = isName || lead.includes(':') || nounBefore.test(lead) ? null : subjectBefore(lead)
    if (subject === null) continue
    const isOthers = isEnded && isOwnSentence(text, text.slice(match.index + cue.length))
    const near = isNear(lead)
    return {
      subject,
      cue,
      at: at + match.index,
      rule: isOthers ? 'next sentence' : near ? 'verb after' : 'verb later',
      confidence: isUnsaid(lead, cue) ? unsaid : isOthers ? 0.5 : near ? 0.95 : 0.75,
    }
  }
  return null
}

/** "“It will not hold.” Hall said that it would": the next sentence reports its own words. */
function isOwnSentence(text: string, rest: string): boolean {
  return (
    /^[\s*_]*\s\p{Lu}/u.test(text) && !/^(?:\s(?!that\b|he\b|she\b|it\b|they\b)[^.]{0,30})?\.?\s*$/.test(rest)
  )
}

/** Whether a subject is all, or nearly all, that stands before its verb; "“…,” though she noted" is an aside. */
function isNear(lead: string): boolean {
  if (/^[\s*_]*(?:though|although|while|but|and|because|when|as|after|before|if|since)\s/.test(lead))
    return false
  return /^[\s*_,—–-]{0,6}[^,]{0,60}$/.test(lead) || /^[\s*_]{0,4},?\s?\p{Lu}[^.;]{0,160},\s$/u.test(lead)
}

/** "“…,” Ann Bell, who wore a hat and": a comma hands the sentence on to somebody, whose verb is too far away. */
export function subjectAlone(around: Surroundings, words: string): Candidate | null {
  if (!/[,?!]$/.test(words)) return null
  const subject = subjectAfter(firstSentence(around.after))
  return subject?.kind === 'name'
    ? { subject, cue: null, at: around.afterStart, rule: 'name after', confidence: 0.6 }
    : null
}
