// An expression of time as print needs it: with the year that its readers can no longer supply.
import { monthPattern, weekdayPattern } from './date-words.ts'
import { firstDay } from './edtf-days.ts'
import { formatEdtf } from './format-edtf.ts'
import { parseDateWords } from './parse-date-words.ts'

const statedYear = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d0s/
const weekdayAlone = new RegExp(`^${weekdayPattern}$`, 'i')
const monthThenDay = new RegExp(`${monthPattern}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:\\s?[-–]\\s?\\d{1,2})?$`, 'i')

/**
 * The words of a date with its year made explicit: "through May" of `2025-05-03/2025-05-31` is "through May 2025",
 * "Tuesday" of `2025-05-06` is "Tuesday 6 May 2025", "last week" is followed by its days in brackets.
 * Words before the date stay: "resolutions by June" is "resolutions by June 2025".
 * Words that state a year, and words whose date is not known (null), stay as they are.
 */
export function eventWords(words: string, when: string | null): string {
  if (when === null || statedYear.test(words)) return words
  const said = formatEdtf(when)
  if (weekdayAlone.test(words.trim()) && /^\d{4}-\d{2}-\d{2}$/.test(when)) return `${words} ${said}`
  const year = /(\d{4})(?!.*\d{4})/.exec(when)?.[1]
  if (year !== undefined) {
    const withYear = `${words}${monthThenDay.test(words) ? ',' : ''} ${year}`
    const reference = firstDay(when)?.toString() ?? null
    const isRead = (read: string) => parseDateWords(read, reference)?.when === when
    // A year alone would be read from its own digits, whatever the words before it mean.
    if (isRead(withYear) || (/\d{4}-\d{2}/.test(when) && endings(withYear).some(isRead))) return withYear
  }
  return `${words} (${said})`
}

/** What a text ends with: its last eight words, its last seven and so on. A date in words is no longer. */
function endings(words: string): string[] {
  const starts = [...words.matchAll(/\S+/g)].map(match => match.index)
  return starts.slice(-8).map(start => words.slice(start))
}
