// What a figure measures and what an event is about, in the text's own words.
import { monthNames, weekdayNames } from '../dates/calendar-words.ts'
import type { Range } from './sentences.ts'

const leading = /^\s*(?:worth\sof|in|of|for|on)\s(?:the\s)?/i
/** "4% in March", "£2m in three months" say when, not what. */
const time = new RegExp(
  `^(?:(?:last|this|next|past|early|late|mid|\\S+)[\\s-])?(?:(?:day|week|month|quarter|year|decade)s?|${[...monthNames, ...weekdayNames].join('|')}|\\d{4})(?!\\p{L})`,
  'iu',
)
const boundary =
  /\.(?!\d)|,(?!\d)|[;:—–()“”"\n*_]|\s(?:that|which|who|whom|from|by|to|at|and|but|or|if|when|after|before|while|because|since|as|is|are|was|were|has|have|had|will|would|said|says|compared|rather)\s/iu
const emptyEnd =
  /(?:^|\s)(?:the|an?|of|in|on|at|to|by|for|with|from|about|around|roughly|nearly|almost|some|over|under|above|below|more|less|than|up|as|much|least|between|and|or|its|their|his|her|is|are|was|were|only|just|an?other|estimated|approximately|—|–|-)$/i

const mostWords = 8

/** What an amount measures, in two to eight words of its sentence: those after "in", "of" or "for", or those before it. */
export function labelOf(text: string, sentence: Range, amount: Range): string {
  const after = text.slice(amount.end, Math.min(sentence.end, amount.end + 160))
  const lead = leading.exec(after)
  if (lead && !time.test(after.slice(lead[0].length))) {
    const rest = after.slice(lead[0].length)
    const label = wordsOf(rest.slice(0, boundary.exec(`${rest} `)?.index ?? rest.length)).slice(0, mostWords)
    if (label.length >= 2 || (label.length === 1 && /^\D{4}/.test(label[0] ?? ''))) return trimmedEnd(label)
  }
  const before = text.slice(Math.max(sentence.start, amount.start - 160), amount.start)
  const clauses = before.split(/\.(?!\d)|[;:—–()“”"\n]|,\s/).filter(part => wordsOf(part).length >= 2)
  const clause = clauses.findLast(part => !/\d/.test(part)) ?? clauses[0] ?? ''
  const label = trimmedEnd(wordsOf(clause).slice(-mostWords))
  if (label.includes(' ') || /^\p{L}{4,}$/u.test(label)) return label
  const whole = wordsOf(`${before} ${after.split(/[;:—()“”"\n]/)[0] ?? ''}`)
  return trimmedEnd(whole.slice(0, mostWords)) || text.slice(amount.start, amount.end)
}

function trimmedEnd(words: string[]): string {
  let label = words.join(' ')
  for (let shorter = ''; shorter !== label; ) {
    shorter = label
    label = label.replace(emptyEnd, '')
  }
  return label.trim()
}

function wordsOf(text: string): string[] {
  return plain(text).split(' ').filter(Boolean)
}

/** Text without Markdown's marks and with single spaces. */
function plain(text: string): string {
  return text
    .replace(/[*_#`>|“”"]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
