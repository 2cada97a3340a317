import nlp from 'compromise'
import dates from 'compromise-dates'
import { type Answer, daysBetween, moneyOf, plainDecimal, type Tool } from './answer.ts'

nlp.plugin(dates)

type Found = {
  text: string
  terms: { offset: { start: number; length: number } }[]
  number?: { num: number | null; unit?: string }
  money?: { num: number | null; currency?: string }
  dates?: { start?: string | null; end?: string | null }
}
type View = { json: (options: { offset: boolean }) => Found[] }
type Plugged = { money: () => View; percentages: () => View; numbers: () => View; quotations: () => View } & {
  dates: (options: { today: string }) => View
}

export const compromise: Tool = {
  name: 'compromise',
  claims: ['quotes en', 'figures en', 'dates en'],
  find: (text, date) => {
    const document = nlp(text) as unknown as Plugged
    const found = (view: View) =>
      view.json({ offset: true }).map(match => ({ ...match, ...spanOf(text, match) }))
    const figures: Answer['figures'] = []
    const add = (span: { start: number; end: number; text: string }, value: number | null, unit: string) => {
      const isTaken = figures.some(other => other.start < span.end && span.start < other.end)
      if (value !== null && Number.isFinite(value) && !isTaken)
        figures.push({ ...span, value: plainDecimal(value), unit })
    }
    for (const { start, end, text: words, money } of found(document.money())) {
      const currency = moneyOf(money?.currency ?? '')
      if (money?.num != null && currency)
        add({ start, end, text: words }, money.num * currency.shift, currency.unit)
    }
    for (const { start, end, text: words, number } of found(document.percentages()))
      add({ start, end, text: words }, number?.num ?? null, '%')
    for (const { start, end, text: words, number } of found(document.numbers()))
      add({ start, end, text: words }, number?.num ?? null, number?.unit ?? '')
    return {
      quotes: found(document.quotations()).map(({ start, end, text }) => ({ start, end, text })),
      figures,
      events: found(document.dates({ today: date ?? '2000-01-01' })).flatMap(match => {
        const first = match.dates?.start?.slice(0, 10)
        if (first === undefined) return []
        const last = match.dates?.end?.slice(0, 10) ?? first
        return [{ start: match.start, end: match.end, text: match.text, when: daysBetween(first, last) }]
      }),
    }
  },
}

/** From its first word to its last. */
function spanOf(text: string, { terms }: Found): { start: number; end: number; text: string } {
  const first = terms[0]?.offset
  const last = terms.at(-1)?.offset
  const start = first?.start ?? 0
  const end = last === undefined ? start : last.start + last.length
  return { start, end, text: text.slice(start, end) }
}
