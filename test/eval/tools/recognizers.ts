import suite from '@microsoft/recognizers-text-suite'
import { type Answer, daysBetween, moneyOf, plainDecimal, type Tool } from './answer.ts'

type Found = {
  start: number
  end: number
  typeName: string
  resolution: Record<string, unknown> | null
}

export const recognizers: Tool = {
  name: 'recognizers',
  claims: ['figures en', 'figures ja', 'dates en', 'dates ja'],
  find: (text, date, language) => {
    const culture = language === 'ja' ? 'ja-jp' : 'en-us'
    const [year = 2000, month = 1, day = 1] = (date ?? '2000-01-01').split('-').map(Number)
    const reference = new Date(year, month - 1, day)
    const figures: Answer['figures'] = []
    const add = (found: Found, value: number, unit: string) => {
      const [start, end] = [found.start, found.end + 1]
      const isTaken = figures.some(other => other.start < end && start < other.end)
      if (Number.isFinite(value) && !isTaken)
        figures.push({ start, end, text: text.slice(start, end), value: plainDecimal(value), unit })
    }
    for (const found of suite.recognizeCurrency(text, culture) as Found[]) {
      const { value, unit, isoCurrency } = found.resolution ?? {}
      const currency = moneyOf(String(unit ?? ''))
      const code = typeof isoCurrency === 'string' ? isoCurrency : currency?.unit
      if (value != null && code !== undefined) add(found, Number(value) * (currency?.shift ?? 1), code)
    }
    for (const found of suite.recognizePercentage(text, culture) as Found[])
      add(found, Number.parseFloat(String(found.resolution?.value)), '%')
    if (language === 'en')
      for (const found of suite.recognizeDimension(text, culture) as Found[])
        add(found, Number(found.resolution?.value ?? Number.NaN), String(found.resolution?.unit ?? ''))
    for (const found of suite.recognizeNumber(text, culture) as Found[])
      add(found, Number(found.resolution?.value ?? Number.NaN), '')
    const events = (suite.recognizeDateTime(text, culture, undefined, reference) as Found[]).flatMap(
      found => {
        const when = edtfOf((found.resolution?.values ?? []) as Resolved[], date ?? '2000-01-01')
        if (when === null) return []
        return [
          { start: found.start, end: found.end + 1, text: text.slice(found.start, found.end + 1), when },
        ]
      },
    )
    return { quotes: [], figures, events }
  },
}

type Resolved = { type?: string; value?: string; start?: string; end?: string }

/** Of a past and a future reading the one nearer to the text's day; its ranges end on the day after. */
function edtfOf(values: Resolved[], date: string): string | null {
  const readings = values.flatMap(({ type = '', value, start, end }) => {
    if (!type.startsWith('date')) return []
    if (type.includes('range')) {
      const [first, last] = [start?.slice(0, 10), end === undefined ? undefined : dayBefore(end.slice(0, 10))]
      if (first === undefined && last === undefined) return []
      if (first === undefined || last === undefined)
        return [{ when: `${first ?? '..'}/${last ?? '..'}`, near: first ?? last ?? '' }]
      return [{ when: daysBetween(first, last < first ? first : last), near: first }]
    }
    const day = value?.slice(0, 10)
    return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? [{ when: day, near: day }] : []
  })
  const distance = (near: string) => Math.abs(Date.parse(near) - Date.parse(date))
  return readings.sort((a, b) => distance(a.near) - distance(b.near))[0]?.when ?? null
}

function dayBefore(day: string): string {
  const time = Date.parse(day)
  return Number.isNaN(time) ? day : new Date(time - 86_400_000).toISOString().slice(0, 10)
}
