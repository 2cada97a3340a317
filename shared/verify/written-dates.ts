// The calendar dates of running prose: with a day, a month, a quarter or a year. Relative words ("last week") name none.
import { matchCalendarDate } from '../dates/calendar-patterns.ts'
import { monthPattern, seasonPattern, weekdayPattern } from '../dates/date-words.ts'
import type { Range } from '../extract/sentences.ts'

const starts = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:#–—_$£€¥-])(?:(?:${weekdayPattern}),?\\s(?=(?:the\\s)?\\d|${monthPattern})|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?(?=${monthPattern})|${monthPattern}|(?:1[5-9]|20)\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.](?:1[5-9]|20)\\d\\d|Q[1-4]|H[12]\\s(?=\\d{4})|(?:first|second|third|fourth)[\\s-]quarter|(?:${seasonPattern})(?=\\s(?:of\\s)?\\d{4}))`,
  'gu',
)
const led =
  /(?:^|[\s(])(?:in|by|of|since|until|till|through|throughout|from|to|between|and|or|during|before|after|for|early|late|mid|last|next|this|around|about|every|at|on)[\s-](?:\p{Ll}+-)?$/iu

/** The dates of a text, in order. One that is the whole text, such as a cell of a table, labels what stands beside it. */
export function datesIn(text: string): Range[] {
  const dates: Range[] = []
  let at = 0
  for (const { index } of text.matchAll(starts)) {
    if (index < at) continue
    const match = matchCalendarDate(text, index)
    if (match === null) continue
    const words = text.slice(index, match.end)
    if (
      !isDate(
        match.rule,
        words,
        text.slice(Math.max(0, index - 30), index),
        text.slice(match.end, match.end + 20),
      )
    )
      continue
    if (words !== text.trim()) dates.push({ start: index, end: match.end })
    at = match.end
  }
  return dates
}

function isDate(rule: string, words: string, before: string, after: string): boolean {
  if (/^[@#_=%/]|^-\d/.test(after)) return false
  // Four digits before a noun count things; alone they are a year where a word leads to one.
  if (rule === 'year') {
    const isBeforeSeveral = /^\s(?:people|million|billion|trillion|\p{Ll}+(?<![isu])s)\b/iu.test(after)
    if (isBeforeSeveral) return /(?:^|\s)(?:in|since|during|until|after|before|from)\s$/i.test(before)
    return led.test(before) || /^[\s]*[.,;)]|^$/.test(after)
  }
  // "May" and "March" are words too, and a month may be a name.
  if (rule === 'month' && !/\d/.test(words)) {
    return led.test(before) && !/^\s\p{Lu}\p{Ll}/u.test(after)
  }
  return true
}
