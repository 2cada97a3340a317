// Who a sentence is about: its subject, where the reporting verb is too far from it to say so itself.
import type { People } from './people.ts'
import { namesBody } from './role-words.ts'
import { type Subject, subject } from './subject.ts'
import { subjectAfter } from './subjects.ts'

const conjunction =
  /^[\s*_(—–-]*(?:(?:and|but|so|yet|or|still|then|meanwhile|instead|however|also|indeed|later|earlier|finally|nevertheless|moreover|today|yesterday|once)[,\s]\s?)+/i
/** "Hours later, …", "The next day, …", and a dateline or a headline before a dash. */
const timeOrHeading =
  /^[\s*_]*(?:(?:[\p{L}\d]+\s){1,3}(?:later|earlier|before|after|ago|day|morning|week|month|year|time),\s|\p{Lu}[\p{Lu}\s’'.-]{3,}(?:,[^—–-]{0,40})?(?:\s\([^)]{1,30}\))?\s[—–:-]{1,2}\s)/u
const adverbial =
  /^[\s*_]*(?:in|at|on|after|before|during|while|when|as|with|without|by|for|from|despite|since|if|though|although|because|under|over|among|amid|amidst|against|along|unlike|like|to|about|until|upon|within|throughout|following|\p{L}+ing|\p{L}+ed|\p{L}+ly|\p{L}+ing\sto)\s[^,]{0,160},\s/iu

/** The subject that begins a text, past conjunctions and clauses before it; null where none is told. */
export function mainSubject(text: string, at: number, people: People): Subject | null {
  let rest = text
  let offset = 0
  for (let tries = 0; tries < 4; tries++) {
    const lead =
      conjunction.exec(rest) ??
      timeOrHeading.exec(rest) ??
      (startsWithName(rest, at + offset, people) ? null : adverbial.exec(rest))
    if (lead === null) break
    rest = rest.slice(lead[0].length)
    offset += lead[0].length
  }
  const clause = rest.replace(/^[\s*_]+/, '')
  const found = /^(?:that|which|there)\s/i.test(clause) ? null : subjectAfter(clause)
  if (found !== null && !isOpeningWord(found, clause, at, people)) return found
  const mention = people.mentionIn(at, at + text.length)
  return mention && subject('name', mention.person.name)
}

/** A single word with a capital that opens a sentence, and is nobody the text knows. */
function isOpeningWord({ kind, words }: Subject, clause: string, at: number, people: People): boolean {
  if (kind !== 'name' || /\s/.test(words) || /^\p{Lu}[\p{L}’'-]+,\s(?:an?|the|who|\d)\s/u.test(clause))
    return false
  return people.find(words, at) === null && !namesBody(words) && !people.names(words)
}

/** "To" and "Like" may begin a sentence; "Will Hall" does not begin with an auxiliary. */
function startsWithName(text: string, at: number, people: People): boolean {
  const lead = /^[\s*_]*/.exec(text)?.[0].length ?? 0
  return people.mentionIn(at + lead, at + lead + 1) !== null
}
