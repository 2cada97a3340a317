import { en, ja, type ParsedComponents } from 'chrono-node'
import { daysBetween, type Tool } from './answer.ts'

export const chrono: Tool = {
  name: 'chrono-node',
  claims: ['dates en', 'dates ja'],
  find: (text, date, language) => {
    const [year = 2000, month = 1, day = 1] = (date ?? '2000-01-01').split('-').map(Number)
    const reference = new Date(year, month - 1, day, 12)
    const found = (language === 'ja' ? ja : en).parse(text, reference)
    const events = found.flatMap(({ index, text: words, start, end }) => {
      const first = edtfOf(start)
      const last = end ? edtfOf(end) : first
      if (first === null || last === null) return []
      return [{ start: index, end: index + words.length, text: words, when: daysBetween(first, last) }]
    })
    return { quotes: [], figures: [], events }
  },
}

/** As exact as the words: a day, a month or a year; null for a time of day alone. */
function edtfOf(date: ParsedComponents): string | null {
  const year = String(date.get('year')).padStart(4, '0')
  const two = (part: 'month' | 'day') => String(date.get(part)).padStart(2, '0')
  if (date.isCertain('day') || date.isCertain('weekday')) return `${year}-${two('month')}-${two('day')}`
  if (date.isCertain('month')) return `${year}-${two('month')}`
  return date.isCertain('year') ? year : null
}
