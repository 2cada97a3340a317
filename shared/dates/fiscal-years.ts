// Fiscal years, as far as a text declares when its own ends.
import { monthNumber, monthPattern } from './date-words.ts'
import type { Day } from './edtf-days.ts'

const declared = new RegExp(
  `(?:fiscal|financial)\\s(?:year|\\d{4}),?(?:\\s(?:that|which))?\\s(?<way>end(?:s|ed|ing)|beg(?:ins|an|inning)|start(?:s|ed|ing)|runs\\sfrom)(?:\\s(?:on|in))?\\s(?:the\\s)?(?:\\d{1,2}\\s)?(?<month>${monthPattern})`,
  'iu',
)

/** The last month of a text's fiscal years, 1 to 12, where it says when they end or begin; null where it does not. */
export function fiscalEndOf(text: string): number | null {
  const { way = '', month = '' } = declared.exec(text)?.groups ?? {}
  const number = monthNumber(month)
  if (number === undefined) return null
  return way.toLowerCase().startsWith('end') ? number : ((number + 10) % 12) + 1
}

/** A fiscal year, named by the year it ends in, as months; about that year where its end is not known. */
export function fiscalYear(year: number, end: number | null): string {
  if (end === null) return `${year}~`
  if (end === 12) return `${year}`
  const two = (month: number) => String(month).padStart(2, '0')
  return `${year - 1}-${two(end + 1)}/${year}-${two(end)}`
}

/** The year in which the fiscal year of a day ends. */
export function fiscalYearOf(day: Day, end: number | null): number {
  return end !== null && day.month > end ? day.year + 1 : day.year
}
