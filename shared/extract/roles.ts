// Role and organisation, as the words around a name state them.
import { cuePattern } from './cue-verbs.ts'
import { capitalsAtStart, nameAtStart, withoutPossessive } from './names.ts'
import { endsRole, isFormOfAddress, isNoNameWord, namesBody } from './role-words.ts'

export type Standing = { role: string | null; organisation: string | null }

const nothing: Standing = { role: null, organisation: null }
const determiner =
  /^(?:(?:who\s(?:is|was|(?:has\s)?(?:served|serves|worked|works)\sas)|now|then|currently)\s)?(?:(?:a|an|the|its|their|his|her|our)\s)?/i
// "With defrauding investors" says what investors suffered, not what somebody is.
const preposition = /^(?:with|by|in|on|at|to|from|for|as|of|into|over|after|before)$/i
const cue = new RegExp(`^${cuePattern}`, 'iu')

/** Splits "Japan’s Finance Minister Katsunobu Kato" into role and name; the name is empty where it is all role. */
export function splitTitle(words: string[]): Standing & { name: string[] } {
  let last = -1
  for (const [index, word] of words.entries()) if (endsRole(word) || isFormOfAddress(word)) last = index
  const name = words.slice(last + 1)
  if (last < 0 || namesBody(name.join(' '))) return { ...nothing, name: words }
  // "Sens. Ann Bell and John Hall" are each a senator.
  const title = words
    .slice(0, last + 1)
    .filter(word => !isFormOfAddress(word))
    .map(word => word.replace(/^(Sen|Rep)s\.$/, '$1.'))
  const standing = title.length === 0 ? nothing : splitBody(title)
  return { ...standing, name }
}

/** "White House press secretary" is a press secretary of the White House; a place stays in the role. */
function splitBody(title: string[]): Standing {
  for (let cut = title.length - 1; cut > 0; cut--) {
    const body = withoutPossessive(title.slice(0, cut).join(' '))
    const rest = title.slice(cut)
    const isFull = title.slice(0, cut).every(word => /^[\p{Lu}&]/u.test(word))
    if (isFull && isBodyName(body) && !endsRole(body.split(' ').at(-1) ?? '')) {
      return { role: rest.join(' '), organisation: body }
    }
  }
  return { role: title.join(' '), organisation: null }
}

/** A short abbreviation with dots is a country: "U.S. ambassador". */
function isBodyName(words: string): boolean {
  return (
    namesBody(words) &&
    !/^(?:US|UK|EU|UN|USA|GOP|House|Senate|Party)$/.test(words) &&
    !/\b(?:Party|Republican|Democratic|Democrat|Labour|Conservative)$/.test(words)
  )
}

/** What stands before a name: "White House press secretary", "its chief economist,". */
export function standingBefore(text: string): Standing {
  const words = text
    .replace(/,?\s*$/, '')
    .split(/\s+/)
    .slice(-8)
  const role: string[] = []
  let index = words.length - 1
  if (!endsRole(words[index] ?? '') || !/^\p{L}[\p{L}’'-]*$/u.test(words[index] ?? '')) return nothing
  for (; index >= 0; index--) {
    const word = words[index] ?? ''
    if (!/^[\p{L}\d.&-]+(?:[’']s)?$/u.test(word) || isNoNameWord(word) || cue.test(word)) break
    if (/^\p{Ll}/u.test(word) && role.some(later => /^\p{Lu}/u.test(later))) break
    if (role.length > 0 && /(?:ed|ing)$/.test(word) && !/-/.test(word)) break
    role.unshift(word)
  }
  return role.length > 6 ? nothing : splitBody(role)
}

/** What stands after a name: ", a strategist at CLSA,", " of Monex Group". */
export function standingAfter(text: string): Standing {
  const rest = text.slice(0, 240).replace(/^\s?\([^)]{1,40}\)/, '')
  const direct = /^\s(?:of|from|at|with|for)\s/.exec(rest)
  if (direct) {
    const body = nameAtStart.exec(rest.slice(direct[0].length))?.[1]
    // Somebody writes "for" a paper, whatever its name; "of" and "at" may lead to a place.
    const isBody = direct[0] === ' for ' && !(body ?? '').split(' ').some(endsRole)
    return body !== undefined && (isBody || isBodyName(withoutPossessive(body)))
      ? { role: null, organisation: body }
      : nothing
  }
  const phrase =
    /^,\s([^,.;:—–“”"\n]{2,140}(?:(?:\.\S|(?<=\p{Lu}\.\p{Lu})\.\s)[^,.;:—–“”"\n]{0,60}){0,3})/u.exec(
      rest,
    )?.[1]
  return phrase === undefined ? nothing : standingFrom(phrase)
}

/** "a strategist at CLSA": the role up to the body that "at", "of", "for" or "with" names. */
export function standingFrom(phrase: string): Standing {
  const words = phrase.replace(determiner, '').trim().split(/\s+/)
  const head = words.findIndex(endsRole)
  if (head < 0 || head > 8 || words.slice(0, head).some(word => cue.test(word) || preposition.test(word)))
    return nothing
  const role = words.slice(0, head + 1)
  let index = head + 1
  while (index < words.length) {
    const word = words[index] ?? ''
    const rest = words.slice(index + 1).join(' ')
    if (/^(?:at|of|for|with|in|to|on)$/.test(word)) {
      const plainer = rest.replace(/^(?:the\s)?(?:\p{Ll}[\p{L}-]+\s){1,2}(?=\p{Lu})/u, '')
      const named = isBodyName(nameAtStart.exec(plainer)?.[1] ?? '') ? nameAtStart : capitalsAtStart
      const body = named.exec(plainer)?.[1]
      if (body !== undefined && word !== 'to' && word !== 'in' && (word === 'at' || isBodyName(body))) {
        return { ...splitBody(role), organisation: withoutPossessive(body) }
      }
      const object = capitalsAtStart.exec(rest)?.[0] ?? /^(?:\p{Ll}+\s){0,2}\p{Ll}+/u.exec(rest)?.[0]
      if (object === undefined) break
      const added = object.split(/\s+/)
      const lower =
        /^\p{Ll}/u.test(words[index + 1 + added.length] ?? '') && word === 'to' && /^the\s/.test(object)
      role.push(word, ...added, ...(lower ? [words[index + 1 + added.length] ?? ''] : []))
      index += 1 + added.length + (lower ? 1 : 0)
      continue
    }
    if (!/^(?:and|emeritus|general)$/.test(word) && !endsRole(word)) break
    const next = words.slice(index + 1).findIndex(endsRole)
    if (word === 'and' && (next < 0 || next > 2)) break
    role.push(...words.slice(index, index + 1 + (word === 'and' ? next + 1 : 0)))
    index += 1 + (word === 'and' ? next + 1 : 0)
  }
  return splitBody(role)
}
