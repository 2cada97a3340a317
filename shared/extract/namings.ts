// Where a text names somebody, before it is known who that is.
import { cuePattern } from './cue-verbs.ts'
import { type Gender, genderOf } from './genders.ts'
import { headlinesOf } from './headlines.ts'
import { capitalRun, withoutPossessive } from './names.ts'
import { endsRole, isFormOfAddress, isNoNameWord, namesBody } from './role-words.ts'
import { type Standing, splitTitle, standingAfter, standingBefore } from './roles.ts'

/** A name as it stands, before it is known whose it is. */
export type Naming = Standing & {
  start: number
  end: number
  name: string[]
  gender: Gender | null
  /** "Mr. Hall", "Senator Hall". */
  hasTitle: boolean
  /** Whether a reporting verb stands beside the name. */
  isSpeaking: boolean
  /** Whether the name, perhaps with a title, begins a sentence. */
  isTopic: boolean
  /** "Kato’s plan" speaks of the plan. */
  isOwner: boolean
}

const cueBefore = new RegExp(`(?<![\\p{L}’'])${cuePattern}\\s$`, 'iu')
const sentenceStart =
  /(?:^|[.!?:][*_)”"]{0,3}\s+|\n[\s*_>#-]*)(?:\p{Lu}[^,.;:!?“”"]{1,70},\s)?(?:(?:But|And|So|Yet|The|Then|Meanwhile)\s)?$/u
const cueAfter = new RegExp(`^,?\\s(?:(?:also|has|had|then|\\p{Ll}+ly)\\s)?${cuePattern}`, 'iu')

/** Every run of capitals that may name somebody, in order. */
export function namingsOf(text: string): Naming[] {
  const namings: Naming[] = []
  const isHeadline = headlinesOf(text)
  for (const match of text.matchAll(capitalRun)) {
    if (isHeadline(match.index)) continue
    const end = match.index + match[0].length
    const capitals = match[0].split(/[ \u00a0]/)
    let words = capitals
    while (words.length > 0 && isNoNameWord(words[0] ?? '')) words = words.slice(1)
    // "Secretary of State Ann Bell": a role reaches past its "of".
    const office = officeBefore(text.slice(Math.max(0, match.index - 60), match.index), words)
    if (office !== null) words = words.slice(office.taken)
    const possessive = words.findLastIndex((word, index) => /[’']s$/.test(word) && index < words.length - 1)
    const split = splitTitle(words)
    const owner = split.name === words && possessive >= 0 ? words.slice(0, possessive + 1).join(' ') : null
    const name = (owner === null ? split.name : words.slice(possessive + 1)).map(withoutPossessive)
    if (name.length === 0 || name.length > 4 || namesBody(name.join(' ')) || name.some(isNoNameWord)) continue
    if (name.some(endsRole)) continue
    const start = end - match[0].length + match[0].lastIndexOf(name[0] ?? '')
    const before =
      office ?? (split.role === null ? standingBefore(text.slice(Math.max(0, start - 90), start)) : split)
    const after = standingAfter(text.slice(end, end + 240))
    const body = owner !== null && namesBody(withoutPossessive(owner)) ? withoutPossessive(owner) : null
    const from = Math.max(0, match.index - 90)
    // A lead cut off in the middle of a sentence begins none.
    const lead = `${from > 0 ? '…' : ''}${text.slice(from, match.index)}`
    const role = before.role ?? after.role
    namings.push({
      start,
      end: end - (/[’']s$/.exec(match[0])?.[0].length ?? 0),
      name,
      role,
      organisation: before.organisation ?? after.organisation ?? body,
      gender: genderOf([...capitals.filter(isFormOfAddress), ...(role ?? '').split(' ')], name),
      isSpeaking: cueAfter.test(text.slice(end, end + 40)) || cueBefore.test(lead),
      isTopic: sentenceStart.test(lead),
      hasTitle: split.name !== words || capitals.some(isFormOfAddress),
      isOwner: /[’']s$/.test(match[0]),
    })
  }
  return namings
}

const officeLead =
  /(?<![\p{L}’'])((?:\p{Lu}[\p{L}’'.-]+\s|(?:vice|deputy|then-|former|acting)\s?){0,3}(\p{L}+))\sof\s(the\s)?$/u

/** A role that "of" ties to the first words of a run of capitals, and how many of them it takes. */
function officeBefore(lead: string, words: string[]): (Standing & { taken: number }) | null {
  const [, role = '', noun = '', article = ''] = officeLead.exec(lead) ?? []
  const body = words.findLastIndex(word => namesBody(word) && !endsRole(word))
  const taken = Math.max(1, body + 1)
  if (!endsRole(noun) || words.length - taken < 2) return null
  const object = words.slice(0, taken).join(' ')
  return body >= 0
    ? { role, organisation: object, taken }
    : { role: `${role} of ${article}${object}`, organisation: null, taken }
}
