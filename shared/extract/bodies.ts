// The bodies a text names: ministries, banks, companies, papers; each with its fullest name.
import { headlinesOf } from './headlines.ts'
import { bodyRun, withoutPossessive } from './names.ts'
import { firstAtOrAfter } from './ordered.ts'
import { endsRole, isNoNameWord, namesBody } from './role-words.ts'
import type { SuggestedPerson } from './suggestions.ts'

/** A body described by a noun, without role and gender. */
type Body = { name: string; role: null; organisation: string; gender: null }

export type Bodies = {
  /** Each place where a body is named. */
  named: SuggestedPerson[]
  /** The name that initials or a part of a name stand for; the name itself where the text has no other. */
  fullName: (name: string) => string
  /** "The bank" is the bank named last before a place, "the company" the body named last; null where none is. */
  describedBy: (noun: string, at: number) => Body | null
}

const anyBody = new Set('company firm group organization organisation agency body outlet'.split(' '))
const noBody = new Set(
  'US USA U.S. UK OK TV PM AM CEO CFO COO CIO CTO MP MEP GDP CPI PCE II III IV DC VP ID PC'.split(' '),
)
const aloneIsBody = new Set(['congress', 'senate', 'parliament', 'treasury', 'pentagon', 'kremlin'])

/** Finds the bodies of a text. */
export function bodiesOf(text: string): Bodies {
  const isHeadline = headlinesOf(text)
  const found: { start: number; end: number; name: string }[] = []
  const byInitials = new Map<string, string>()
  const issued = new Map<string, typeof found>()
  for (const match of text.matchAll(bodyRun)) {
    const name = bodyIn(match[0])
    if (name === null || isHeadline(match.index)) continue
    const start = match.index + match[0].indexOf(name)
    found.push({ start, end: start + name.length, name })
    const paper = documentBeside(text, start, start + name.length)
    if (paper !== null) add(issued, paper, { start, end: start + name.length, name })
    const initials = initialsOf(name)
    if (initials.length > 1 && !byInitials.has(initials)) byInitials.set(initials, name)
  }
  const fullName = (name: string) => byInitials.get(name.replaceAll('.', '')) ?? name
  const byNoun = new Map<string, typeof found>()
  for (const body of found) {
    const words = new Set(body.name.toLowerCase().split(' '))
    for (const noun of words) add(byNoun, noun, body)
  }
  return {
    named: found.map(({ start, end, name }) => ({
      start,
      end,
      text: text.slice(start, end),
      name: fullName(name),
      kind: 'organisation',
      role: null,
      organisation: null,
      confidence: 0.75,
      rule: 'name of a body',
    })),
    fullName,
    describedBy(noun, at) {
      const fits = anyBody.has(noun) ? found : (byNoun.get(noun) ?? issued.get(noun) ?? [])
      const body = fits[firstAtOrAfter(fits, at) - 1]
      if (body === undefined) return null
      const name = fullName(body.name)
      return { name, role: null, organisation: name, gender: null }
    },
  }
}

const papers =
  'report|statement|memo|letter|study|survey|poll|filing|ruling|analysis|assessment|forecast|review|brief|release|document|outlook'
const paperAfter = new RegExp(
  `^(?:(?:[’']s)?\\s(?:[\\p{L}\\d’'-]+\\s){0,3}|[^.!?;\\n“”"]{0,60}?\\b(?:in|by|released|releasing|published|publishing|issued|issuing|wrote)\\s(?:an?|its|the|this)\\s(?:[\\p{L}\\d-]+\\s){0,4})(${papers})\\b`,
  'iu',
)
const paperBefore = new RegExp(`\\b(${papers})\\s(?:by|from|of)\\s(?:the\\s)?$`, 'iu')

/** The kind of paper that a body issued, where its sentence says so: "a report by Quay Bank", "Quay Bank’s report". */
function documentBeside(text: string, start: number, end: number): string | null {
  const before = paperBefore.exec(text.slice(Math.max(0, start - 40), start))?.[1]
  const after = paperAfter.exec(text.slice(end, end + 90))?.[1]
  return (before ?? after)?.toLowerCase() ?? null
}

/** The body that a run of capitals names, perhaps as somebody's: "Quay Bank Chairman Ann Bell", "Norway’s Port Ministry". */
function bodyIn(run: string): string | null {
  let words = run.split(/[ \u00a0]/)
  while (words.length > 0 && isNoNameWord(words[0] ?? '')) words = words.slice(1)
  const owner = words.findIndex(word => /[’']s$/.test(word))
  if (owner >= 0) {
    const before = bodyIn(withoutPossessive(words.slice(0, owner + 1).join(' ')))
    return before ?? (owner + 1 < words.length ? bodyIn(words.slice(owner + 1).join(' ')) : null)
  }
  const role = words.findIndex(endsRole)
  let kept = role < 0 ? words : words.slice(0, role)
  // "Ann Bell of Quay Group": the body begins behind "of".
  const link = kept.findIndex(word => isLink.test(word))
  if (link > 0 && !kept.slice(0, link).some(isBodyWord)) kept = kept.slice(link + 1)
  const last = kept.findLastIndex(isBodyWord)
  if (last < 0) return null
  // "Ministry of Health": what "of" joins belongs to it, and a name after its noun does not.
  const isJoined = isLink.test(kept[last + 1] ?? '')
  const name = trimmedLinks(kept.slice(0, isJoined ? kept.length : last + 1))
  const isAlone = name.length === 1 && !aloneIsBody.has(name[0]?.toLowerCase() ?? '')
  const isShouted = name.length > 1 && name.filter(word => /^\p{Lu}{3,}$/u.test(word)).length > 1
  return name.length === 0 || isShouted || (isAlone && !/^\p{Lu}{2,6}\d*$/u.test(name[0] ?? ''))
    ? null
    : name.join(' ')
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  list.push(value)
}

const isLink = /^(?:of|for|and|on|to)$/

function isBodyWord(word: string): boolean {
  return namesBody(word) && !noBody.has(word)
}

function trimmedLinks(words: string[]): string[] {
  const last = words.findLastIndex(word => /^[\p{Lu}&]/u.test(word))
  return words.slice(0, last + 1)
}

/** "International Monetary Fund" to "IMF". */
function initialsOf(name: string): string {
  return name
    .split(/[\s-]/)
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => word.charAt(0))
    .join('')
}
