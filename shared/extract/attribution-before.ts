// Who speaks a quoted run, by what stands before it in its sentence: "Ann Bell said", "saying", "Ann Bell:".
import { type Candidate, type Surroundings, unsaid } from './candidates.ts'
import { accordingTo, isUnsaid } from './cue-verbs.ts'
import { mainSubject } from './main-subject.ts'
import { nameAtEnd } from './names.ts'
import type { People } from './people.ts'
import { lastSentence } from './sentence-parts.ts'
import { anyCue, anyJudging, isOpening, isParticiple, verbsIn } from './sentence-verbs.ts'
import { type Subject, subject as subjectOf } from './subject.ts'
import { subjectAfter, subjectBefore } from './subjects.ts'

const mostCues = 6
/** Words after which a verb goes on with the subject before them. */
const takesOver =
  /(?:,|\band|\bwhile|\bby|\bthen|\bbut|—|–|--|\bbefore|\bafter|\bin|\bor|\bwhen)\s*(?:(?:\p{Ll}+ly|also|even|later|once|now|only|just|is|was|are|were)\s)?$/u
/** "He said she recalls": who is said to recall is the one who says so. */
const embedded = /^\s(?:that\s)?(?:he|she|it|they)\s(?:\p{Ll}+\s){0,2}$/u
/** "Was asked" has whoever asks after it, if at all. */
const isPassive =
  /\b(?:was|were|is|are|be|been|being|when|if)\s(?:\p{Ll}+ly\s|also\s|later\s)?(?:asked|told)$/u
const wasSaying = /(?:\b(?:is|are|was|were|been|be))\s(?:now\s|also\s)?$/u

/** "Ann Bell said “…”" and its like. */
export function beforeRun(around: Surroundings, people: People): Candidate | null {
  const text = lastSentence(around.before)
  if (!/\p{L}/u.test(text)) return null
  const offset = around.beforeStart + around.before.length - text.length
  const according = accordingTo.exec(text)
  if (according && according.index < 60) {
    const subject = subjectAfter(text.slice(according.index + according[0].length))
    const cue = according[0].trim()
    if (subject !== null) return { subject, cue, at: offset, rule: 'according to', confidence: 0.9 }
  }
  return (
    byVerb(text, around, offset, anyCue, people) ??
    byColon(text, offset) ??
    byVerb(text, around, offset, anyJudging, people) ??
    bySentence(text, offset, people)
  )
}

/** The last verb that has a subject of its own, or goes on with that of its sentence: "attacked the plan, saying". */
function byVerb(
  text: string,
  around: Surroundings,
  offset: number,
  verbs: RegExp,
  people: People,
): Candidate | null {
  const cues = verbsIn(text, verbs).slice(-mostCues)
  for (let index = cues.length - 1; index >= 0; index--) {
    const match = cues[index]
    if (match === undefined) continue
    const previous = cues[index - 1]
    if (previous && embedded.test(text.slice(previous.index + previous[0].length, match.index))) continue
    const lead = text.slice(0, match.index)
    const rest = text.slice(match.index + match[0].length)
    const direct = ownSubject(lead, match[0], rest)
    const subject =
      direct ??
      (isOpening(lead) ? subjectAround(match[0], rest, around) : null) ??
      (takesOver.test(lead) ? mainSubject(lead, offset, people) : null)
    if (subject === null) continue
    const isIntroduced = rest.length < 25 || /[:,]\s*[*_]*$/.test(rest)
    const isSure = direct !== null && verbs === anyCue
    return {
      subject,
      cue: match[0],
      at: offset + match.index,
      rule: isIntroduced ? 'verb before' : 'words in a sentence',
      confidence: isUnsaid(lead, match[0]) ? unsaid : !isSure ? 0.7 : isIntroduced ? 0.95 : 0.85,
    }
  }
  return null
}

function ownSubject(lead: string, cue: string, rest: string): Subject | null {
  // "Hall was asked by Bell": who asks stands after it, if at all.
  if (isPassive.test(`${lead}${cue}`)) {
    const agent = /^\s(?:\p{Ll}+\s)?by\s/u.exec(rest)
    return agent === null ? null : subjectAfter(rest.slice(agent[0].length))
  }
  if (!isParticiple(cue)) return subjectBefore(lead)
  // "Bell is telling the crew", and "footage of Bell noting": a participle seldom has a subject of its own.
  const active = wasSaying.exec(lead)
  if (active !== null) return subjectBefore(lead.slice(0, active.index))
  const name = nameAtEnd(lead.trimEnd(), false)
  return name === null ? null : subjectBefore(`${name.words} `)
}

/** "Said Ann Bell: “…”", and "After saying “…”, Bell left". */
function subjectAround(cue: string, rest: string, around: Surroundings): Subject | null {
  if (!isParticiple(cue)) return subjectAfter(rest)
  const clause = /^[^,.]{0,80},\s/.exec(around.after)?.[0] ?? ''
  return subjectAfter(around.after.slice(clause.length))
}

/** "The harbour master Ann Bell: “…”" */
function byColon(text: string, offset: number): Candidate | null {
  const lead = /^(.*\S)\s*(?::|—|–|--)\s*[*_]*$/su.exec(text)?.[1]
  const name = lead === undefined ? null : nameAtEnd(lead, false)
  if (name === null) return null
  const words = name.words
    .split(/\s/)
    .filter(word => !/^\p{Lu}{4,}$/u.test(word))
    .join(' ')
  const subject = subjectOf('name', words)
  return words === '' ? null : { subject, cue: null, at: offset + name.index, rule: 'colon', confidence: 0.8 }
}

/** Words in marks in somebody's sentence, whose verb is far from whoever that is or says nothing of speech. */
function bySentence(text: string, offset: number, people: People): Candidate | null {
  const subject = mainSubject(text, offset, people)
  const verb = verbsIn(text, anyCue).at(-1)
  const rule = 'subject of the sentence'
  return subject && { subject, cue: verb?.[0] ?? null, at: offset, rule, confidence: verb ? 0.55 : 0.45 }
}
