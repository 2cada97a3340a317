// A sentence without its date: what stood around the date is closed up, so that no hole and no loose word stays.
import { plainWords, withoutItemMark } from './plain-words.ts'
import type { Range } from './sentences.ts'

/** Words without their date, and where in them it stood. */
export type CutWords = { words: string; at: number }

const farthest = 400

/** Words that lead to a date and go with it: "on", "by the end of" but for the date's own words. */
const leadingToDate =
  /(?:^|[\s(])(?:as\sof|compared\s(?:with|to)|(?:no\s|not\s)?(?:later|earlier)\sthan|up\sto|back\sin|on|in|at|by|of|for|from|since|during|until|till|through|throughout|within|before|after|than|late|early|earlier|later|around|about|circa|between|starting|beginning|dated|and|or|only|just|the|of\sthe)$/iu
const partOfDay = /^\s(?:morning|afternoon|evening|night|noon|lunchtime|GMT|UTC)(?![\p{L}’'])/u

/** Cuts a date out of its sentence, with the preposition before it and the commas or brackets around it. */
export function withoutDate(text: string, sentence: Range, date: Range): CutWords {
  const isWhole = date.start - sentence.start <= farthest
  const lead = plainWords(text.slice(Math.max(sentence.start, date.start - farthest), date.start))
  let before = isWhole ? withoutItemMark(lead) : lead
  let after = spaced(text.slice(date.end, Math.min(sentence.end, date.end + farthest)))
  const owner = /^[’']s?(?=\s)/u.exec(after)?.[0]
  if (owner !== undefined) {
    // "On Tuesday's vote" is on the vote.
    after = after.slice(owner.length)
    if (!/(?:^|\s)(?:the|an?|this|that|its|their|his|her|last|next)$/i.test(before))
      before = `${before} the`.trim()
  } else {
    after = after.replace(partOfDay, '')
    if (
      !/^-\p{L}/u.test(text.slice(date.end, date.end + 2)) &&
      !/-/.test(text.slice(date.start, date.end).replace(/\d-\d/g, ''))
    )
      before = withoutLead(before, after)
  }
  return joined(before, after)
}

/** Words as they go on after a date: with the space before them where there is one. */
function spaced(after: string): string {
  const words = plainWords(after)
  return /^[*_\])]*\s/.test(after) && !/^[,;.:]/.test(words) && words !== '' ? ` ${words}` : words
}

function withoutLead(before: string, after: string): string {
  // "The 2018 storm", "a July forecast": the article is the noun's.
  const isOfNoun = /^\s\p{L}/u.test(after)
  let words = before
  for (let last = ''; last !== words; ) {
    last = words
    if (isOfNoun && /(?:^|\s)the$/i.test(words)) break
    words = words.replace(leadingToDate, match => (match.startsWith('(') ? '(' : '')).trimEnd()
  }
  return words
}

function joined(before: string, after: string): CutWords {
  let [left, right] = [before.trimEnd(), after]
  const [opener, closer] = [/[,(—–-]$/.exec(left)?.[0], /^\s?[,)—–-]/.exec(right)?.[0]?.trim()]
  if (opener !== undefined && closer !== undefined) {
    left = left.slice(0, -1).trimEnd()
    right = ` ${right.trimStart().slice(1).trimStart()}`
  } else if (opener === '(') left = `${left.slice(0, -1).trimEnd()} (`
  if (/^\s*[.!?;]|^\s*$/.test(right)) left = left.replace(/[\s,;:—–-]+$/, '')
  if (left === '') right = right.replace(/^[\s,.;:—–)-]+/, '')
  const article = /(?:^|\s)an?$/i.exec(left)
  if (article !== null && /^\s\p{L}/u.test(right))
    left = left.replace(/n?$/, '').replace(/a$/i, match => (/^\s[aeiou]/i.test(right) ? `${match}n` : match))
  const words = `${left}${left !== '' && /^[\p{L}\p{N}]/u.test(right) && !left.endsWith('(') ? ' ' : ''}${right}`
  return { words: words.replace(/[\s.!?,;:—–-]+$/, ''), at: left.length }
}
