// Who speaks a quoted run, by the words of its own sentence: its reporting verb, before or after it, in either order.
import { accordingTo, cuePattern, isUnsaid, judgingPattern } from './cue-verbs.ts'
import { mainSubject } from './main-subject.ts'
import { nameAtEnd } from './names.ts'
import type { People } from './people.ts'
import type { Quotation } from './quotations.ts'
import { firstSentence, lastSentence } from './sentence-parts.ts'
import type { Subject } from './subject.ts'
import { subjectAfter, subjectBefore } from './subjects.ts'

/** The text between a run and its neighbours in the paragraph. */
export type Surroundings = { before: string; after: string; beforeStart: number; afterStart: number }

/** Somebody whom a rule takes for the speaker; `at` is where the text is asked who that is. */
export type Candidate = {
  subject: Subject
  cue: string | null
  at: number
  rule: string
  confidence: number
}

/** How sure it is that somebody said what a sentence says they did not. */
const unsaid = 0.3
const mostCues = 6

const verbFirst = new RegExp(`^[\\s*_,—–-]{0,6}(?:(?:also|then|\\p{Ll}+ly)\\s)?(${cuePattern})\\s`, 'iu')
const anyCue = new RegExp(`(?<![\\p{L}’'-])${cuePattern}`, 'giu')
const anyJudging = new RegExp(`(?<![\\p{L}’'-])${judgingPattern}`, 'giu')
/** "The report" is no verb, nor is "her recent remarks". */
const nounBefore =
  /(?:^|[\s(])(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at|ese|ose)|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]f|[Nn]o|[Aa]ny|[Ss]ome|\p{L}+[’']s)\s(?:(?:recent|earlier|latest|new|own|other|first|last|many|\p{Ll}+(?:al|ous|ive|ary|ic))\s)?$/u
/** "A dozen states" are no verb either. */
const countBefore =
  /(?:^|\s)(?:dozen|several|many|few|such|all|most|both|\d+|two|three|four|five|six|seven|eight|nine|ten)\s$/u
const takesOver =
  /(?:,|\band|\bwhile|\bby|\bthen|\bbut|—|–|--|\bbefore|\bafter|\bin|\bor|\bwhen)\s*(?:(?:\p{Ll}+ly|also|even|later|once|now|only|just|is|was|are|were)\s)?$/u
/** "He said she recalls": who is said to recall is the one who says so. */
const embedded = /^\s(?:that\s)?(?:he|she|it|they)\s(?:\p{Ll}+\s){0,2}$/u
const isPassive =
  /\b(?:was|were|is|are|be|been|being|when|if)\s(?:\p{Ll}+ly\s|also\s|later\s)?(?:asked|told)$/u
const wasSaying = /(?:\b(?:is|are|was|were|been|be))\s(?:now\s|also\s)?$/u

/** "BELL: Well, look": a transcript within the marks says who speaks. */
const transcriptLabel = /^(?:MR\. |MRS\. |MS\. )?(\p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+){0,2}):\s/u

function byLabel(label: string, at: number): Candidate {
  const words = label.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase())
  const subject: Subject = { kind: 'name', words, role: null, organisation: null, isDefinite: true }
  return { subject, cue: null, at, rule: 'transcript', confidence: 0.85 }
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

function afterRun(around: Surroundings, isEnded: boolean): Candidate | null {
  const text = firstSentence(around.after)
  const inverted = verbFirst.exec(text)
  if (inverted?.[1] !== undefined && !isParticiple(inverted[1])) {
    const subject = subjectAfter(text.slice(inverted[0].length))
    if (subject !== null) {
      const confidence = isUnsaid('', inverted[1]) ? unsaid : 0.95
      return { subject, cue: inverted[1], at: around.afterStart, rule: 'verb after', confidence }
    }
  }
  const according = accordingTo.exec(text)
  if (according && according.index < 8) {
    const subject = subjectAfter(text.slice(according.index + according[0].length))
    const cue = according[0].trim()
    if (subject !== null) return { subject, cue, at: around.afterStart, rule: 'verb after', confidence: 0.9 }
  }
  const signed = /^[\s*_)>]*[—–―-]{1,2}\s?(?=\p{Lu})/u.exec(text)
  const signer =
    signed && /^(?:[^.]|(?<=\p{Lu})\.){0,90}\.?\s*$/u.test(text)
      ? subjectAfter(text.slice(signed[0].length))
      : null
  if (signer !== null && signer.kind === 'name')
    return { subject: signer, cue: null, at: around.afterStart, rule: 'signed', confidence: 0.9 }
  // "“It will not hold.” Hall said that it would": the next sentence reports its own words.
  const isNext = isEnded && /^[\s*_]*\s\p{Lu}/u.test(text)
  let tries = 0
  for (const match of text.matchAll(anyCue)) {
    if (match.index > 220 || tries++ > 3) break
    const lead = text.slice(0, match.index)
    const isName = /^\p{Lu}/u.test(match[0])
    const subject = isName || lead.includes(':') || nounBefore.test(lead) ? null : subjectBefore(lead)
    if (subject === null) continue
    const isOwnSentence =
      isNext &&
      !/^(?:\s(?!that\b|he\b|she\b|it\b|they\b)[^.]{0,30})?\.?\s*$/.test(
        text.slice(match.index + match[0].length),
      )
    // "“…,” though she noted": a clause of its own, beside whoever spoke.
    const isAside = /^[\s*_]*(?:though|although|while|but|and|because|when|as|after|before|if|since)\s/.test(
      lead,
    )
    const isNear =
      !isAside &&
      (/^[\s*_,—–-]{0,6}[^,]{0,60}$/.test(lead) || /^[\s*_]{0,4},?\s?\p{Lu}[^.;]{0,160},\s$/u.test(lead))
    return {
      subject,
      cue: match[0],
      at: around.afterStart + match.index,
      rule: isOwnSentence ? 'next sentence' : isNear ? 'verb after' : 'verb later',
      confidence: isUnsaid(lead, match[0]) ? unsaid : isOwnSentence ? 0.5 : isNear ? 0.95 : 0.75,
    }
  }
  return null
}

/** "“…,” Ann Bell, who wore a hat and": a comma hands the sentence on to somebody, whose verb is too far away. */
function subjectAlone(around: Surroundings, words: string): Candidate | null {
  if (!/[,?!]$/.test(words)) return null
  const subject = subjectAfter(firstSentence(around.after))
  return subject?.kind === 'name'
    ? { subject, cue: null, at: around.afterStart, rule: 'name after', confidence: 0.6 }
    : null
}

function beforeRun(around: Surroundings, people: People): Candidate | null {
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

/** The verbs of a sentence, past nouns that look like them and names: "the report", "United States". */
function verbsIn(text: string, verbs: RegExp): RegExpExecArray[] {
  return [...text.matchAll(verbs)].filter(({ 0: cue, index }) => {
    const lead = text.slice(0, index)
    const isNoun =
      nounBefore.test(lead) || (cue.endsWith('s') && countBefore.test(lead)) || isInfinitive(lead, cue)
    return !isNoun && (isOpening(lead) || !/^\p{Lu}/u.test(cue))
  })
}

/** "Have come to believe" says nothing of speech. */
function isInfinitive(lead: string, cue: string): boolean {
  return /\bto\s$/.test(lead) && !/(?:ed|s|ing|id|old)$/.test(cue)
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

function isParticiple(cue: string): boolean {
  return /ing(?:\s\p{L}+)?$/u.test(cue)
}

function isOpening(lead: string): boolean {
  return /^[\s*_]*(?:(?:After|Before|While|By|In)\s)?$/.test(lead)
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
  const subject: Subject = { kind: 'name', words, role: null, organisation: null, isDefinite: true }
  return words === '' ? null : { subject, cue: null, at: offset + name.index, rule: 'colon', confidence: 0.8 }
}

/** Words in marks in somebody's sentence, whose verb is far from whoever that is or says nothing of speech. */
function bySentence(text: string, offset: number, people: People): Candidate | null {
  const subject = mainSubject(text, offset, people)
  const verb = verbsIn(text, anyCue).at(-1)
  const rule = 'subject of the sentence'
  return subject && { subject, cue: verb?.[0] ?? null, at: offset, rule, confidence: verb ? 0.55 : 0.45 }
}

/** The last reporting verb in the words between two runs, whose subject is left to what stands before them. */
export function cueBetween(text: string): string | null {
  return verbsIn(text, anyCue).at(-1)?.[0] ?? null
}
