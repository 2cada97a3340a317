// Labelled sentences of the project's own, so that there is something to measure where no other data is.
import { firstDay, lastDay } from '../../shared/dates/edtf-days.ts'
import type { EvalRow } from './table.ts'
import type { Tool } from './tools/answer.ts'

type OwnText = {
  text: string
  language: 'en' | 'ja'
  /** Words and their value and unit. */
  figures?: [words: string, value: string, unit: string][]
  /** Words and their EDTF. */
  dates?: [words: string, when: string][]
}

const day = '2025-05-03'

const ownTexts: OwnText[] = [
  {
    text: 'The dam cost about €3.4bn, 12 per cent more than was planned in March.',
    language: 'en',
    figures: [
      ['€3.4bn', '3400000000', 'EUR'],
      ['12 per cent', '12', '%'],
    ],
    dates: [['March', '2025-03']],
  },
  {
    text: 'Two million Kenyan shillings went missing between 8 and 10 April, auditors said on Tuesday.',
    language: 'en',
    figures: [['Two million Kenyan shillings', '2000000', 'KES']],
    dates: [
      ['between 8 and 10 April', '2025-04-08/2025-04-10'],
      ['Tuesday', '2025-04-29'],
    ],
  },
  {
    text: 'The bridge will open by the end of June; 4,200 welders worked on it in the third quarter of 2024.',
    language: 'en',
    figures: [['4,200 welders', '4200', 'welder']],
    dates: [
      ['by the end of June', '../2025-06-30'],
      ['the third quarter of 2024', '2024-07/2024-09'],
    ],
  },
  {
    text: 'Rents fell by 25 basis points last month and by half a million dollars in the 1990s.',
    language: 'en',
    figures: [
      ['25 basis points', '25', 'bps'],
      ['half a million dollars', '500000', 'USD'],
    ],
    dates: [
      ['last month', '2025-04'],
      ['the 1990s', '199X'],
    ],
  },
  {
    text: '港の改修費は約3億2000万円で、昨年11月に決まった。',
    language: 'ja',
    figures: [['3億2000万円', '320000000', 'JPY']],
    dates: [['昨年11月', '2024-11']],
  },
  {
    text: '乗客は四割減り、来週の月曜日に会議を開く予定だ。',
    language: 'ja',
    figures: [['四割', '40', '%']],
    dates: [['来週の月曜日', '2025-05-05']],
  },
]

/** How many of the figures and dates of our own texts a tool finds, in per cent: F1 of value and unit, and of date. */
export function ownRows(tool: Tool): EvalRow[] {
  return (['en', 'ja'] as const).flatMap(language => {
    const texts = ownTexts.filter(text => text.language === language)
    const found = texts.map(({ text }) => tool.find(text, day, language))
    const figures = rowOf(
      texts.map(({ figures = [] }, at) => ({
        wanted: figures.map(([, value, unit]) => `${value} ${unit}`),
        // Some read every number; those without a unit are not what is measured here.
        given: (found[at]?.figures ?? [])
          .filter(({ unit }) => unit !== '')
          .map(({ value, unit }) => `${value} ${unit}`),
      })),
    )
    const dates = rowOf(
      texts.map(({ dates = [] }, at) => ({
        wanted: dates.map(([, when]) => daysOf(when)),
        given: (found[at]?.events ?? []).map(({ when }) => daysOf(when ?? '')),
      })),
    )
    const row = (
      kind: string,
      measure: string,
      { score, count }: { score: number; count: number },
    ): EvalRow => ({
      text: 'own texts',
      measure: `${measure}, ${language}`,
      count,
      tool: tool.name,
      score: tool.claims.includes(`${kind} ${language}`) ? score : null,
    })
    return [row('figures', 'value and unit F1', figures), row('dates', 'date value F1', dates)]
  })
}

/** Two ways to write the same days are the same date. */
function daysOf(when: string): string {
  return `${when.startsWith('..') ? '' : firstDay(when)} ${when.endsWith('..') ? '' : lastDay(when)}`
}

type Compared = { wanted: string[]; given: string[] }

/** Matched by value, since tools do not begin their spans alike. */
function rowOf(texts: Compared[]): { score: number; count: number } {
  let [right, wanted, given] = [0, 0, 0]
  for (const text of texts) {
    wanted += text.wanted.length
    given += text.given.length
    const rest = [...text.given]
    for (const value of text.wanted) {
      const at = rest.indexOf(value)
      if (at < 0) continue
      rest.splice(at, 1)
      right++
    }
  }
  return { score: (200 * right) / Math.max(1, wanted + given), count: wanted }
}
