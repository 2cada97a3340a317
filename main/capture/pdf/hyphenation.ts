// Puts the lines of a paragraph together, and the words that were broken between them.
import { isIdeographic } from './lines.ts'

/** What these open is a compound, and keeps its hyphen. What opens as many words that have none (pre, post, over) is not among them. */
const openers = new Set(
  `all best better cross early eight far fast first five four full half hard high ill large late left long low lower mid nine
   non one quasi right second self seven short single six small third three twenty thirty forty fifty sixty seventy eighty
   ninety two upper vice well year`.split(/\s+/),
)
/** What goes together with an opener all the same: shortage, yearly, midnight, sixteen. */
const endings = new Set(
  `age ages back body book day days dle dom down ed en er est ever fall falls fold ful hood how ible ing land less light line ly
   ment ness night one out self ship side some teen thing time ty up ware way where wife`.split(/\s+/),
)
/** What these close is a compound too. */
const closers = new Set(
  `backed based bound building century controlled driven elect funded general holder holders level linked made makers
   making off old oriented owned prone proof related resistant rich running speaking sponsored style term trained wide worthy year years`.split(
    /\s+/,
  ),
)
/** After "short-" these go on to another compound: "short- and long-term", "Ein- und Ausfuhr". */
const goesOn = /^(?:(?:and|or|to|nor|et|ou) [\p{L}\p{N}]+-|(?:und|oder|bis) )/u
const conjunction = /^(?:and|or|to) /

const longestWord = 100

/** How often each word stands unbroken in a document, in small letters; one with hyphens in it is one word. */
export type KnownWords = ReadonlyMap<string, number>

/** Counts the words of a document's lines. The last of a line and the first of the next may be parts, and are left out. */
export function countWords(lines: Iterable<string>): KnownWords {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const words = line.toLowerCase().match(/\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*-?/gu) ?? []
    const whole = /[-\u00ad\u2010]$/.test(line) ? words.slice(1, -1) : words.slice(1)
    for (const word of whole) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/**
 * What stands before the break, and what joins it to the line after it. A soft hyphen goes. A hyphen goes too ("inter-" and
 * "national"), unless the word is a compound: the document shows it with its hyphen elsewhere, and not more often without; or it
 * never shows it and the first part opens compounds or the second closes them, the second is a name or a number, the first is a
 * number or an abbreviation, or has a hyphen of its own. Scripts without spaces get none.
 */
export function joinLines(before: string, after: string, known: KnownWords): { kept: string; joint: string } {
  const end = before.slice(-longestWord)
  if (before.endsWith('\u00ad')) return { kept: before.slice(0, -1), joint: '' }
  const first = /([\p{L}\p{N}\p{M}’'.-]*[\p{L}\p{N}])[-\u2010]$/u.exec(end)?.[1]
  if (first) {
    const second = /^[\p{L}\p{N}\p{M}]+/u.exec(after)?.[0]
    const isOpen = openers.has(first.toLowerCase()) || /^\p{N}+$/u.test(first)
    if (!second || goesOn.test(after) || (isOpen && conjunction.test(after)))
      return { kept: before, joint: ' ' }
    return isCompound(first, second, known)
      ? { kept: before, joint: '' }
      : { kept: before.slice(0, -1), joint: '' }
  }
  if (isIdeographic(before.at(-1)) || isIdeographic(after[0])) return { kept: before, joint: '' }
  if (/[^\s][—–]$/.test(before) || /^—\S/.test(after)) return { kept: before, joint: '' }
  if (/(?:https?:\/\/|www\.)\S*[/?&=_-]$/.test(end)) return { kept: before, joint: '' }
  return { kept: before, joint: ' ' }
}

function isCompound(first: string, second: string, known: KnownWords): boolean {
  const part = first.toLowerCase()
  const rest = second.toLowerCase()
  const withHyphen = known.get(`${part}-${rest}`) ?? 0
  const without = known.get(`${part}${rest}`) ?? 0
  if (withHyphen !== without) return withHyphen > without
  if (/^[\p{Lu}\p{N}]/u.test(second) && !/^[\p{Lu}.]+$/u.test(first + second)) return true
  return (
    (openers.has(part) && !endings.has(rest)) ||
    closers.has(rest) ||
    first.includes('-') ||
    /\p{N}/u.test(first) ||
    /^\p{Lu}{2,}$/u.test(first)
  )
}
