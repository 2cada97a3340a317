// A shelf life as people say it, and as it is stored.
import { countOf } from './date-words.ts'

const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const

/** "1 year 6 months" for `P1Y6M`. */
export function durationInWords(duration: string): string {
  return [...duration.matchAll(/(\d+)([YMWD])/g)]
    .map(([, count, unit]) => {
      const noun = units[unit as keyof typeof units]
      return `${Number(count)} ${noun}${Number(count) === 1 ? '' : 's'}`
    })
    .join(' ')
}

/** An ISO 8601 duration of whole years, months, weeks and days for "3 months" or `P3M`; null where it is neither. */
export function parseDurationWords(words: string): string | null {
  const text = words.trim().toLowerCase()
  if (/^p(?=\d)(?:\d{1,4}y)?(?:\d{1,4}m)?(?:\d{1,4}w)?(?:\d{1,5}d)?$/.test(text)) return text.toUpperCase()
  const counts: Record<string, number> = {}
  const rest = text.replace(
    /(\d{1,4}(?=\s*[a-z])|[a-z]+(?=\s))\s*(years?|yrs?|y|months?|mths?|m|weeks?|w|days?|d)\b/g,
    (whole, count: string, unit: string) => {
      const letter = (unit[0] ?? '').toUpperCase()
      const value = countOf(count)
      if (Number.isNaN(value) || letter in counts) return whole
      counts[letter] = value
      return ''
    },
  )
  if (rest.replace(/\band\b|,/g, '').trim() !== '' || Object.keys(counts).length === 0) return null
  return `P${['Y', 'M', 'W', 'D'].map(letter => (letter in counts ? `${counts[letter]}${letter}` : '')).join('')}`
}
