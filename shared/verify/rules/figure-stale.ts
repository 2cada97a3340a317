import { dayFrom } from '../../dates/edtf-days.ts'
import { formatEdtf } from '../../dates/format-edtf.ts'
import { exampleBrief, exampleFigure } from '../example-records.ts'
import { goodUntil, isStale } from '../past-its-day.ts'
import type { Rule } from '../rule.ts'

export const figureStale: Rule = {
  name: 'figure-stale',
  severity: 'warning',
  wrong: 'A figure is past its shelf life on the brief’s date.',
  mend: 'Look for a newer value, or say in the text as of when it holds.',
  examples: {
    wrong: {
      given: 'The figure is as of April 2025 and keeps for one month; the brief is of 3 July 2025.',
      ...exampleBrief('Japan holds :figure[]{#us-treasuries}.', {
        figures: [{ ...exampleFigure, shelfLife: 'P1M' }],
      }),
      day: '2025-07-03',
    },
    right: {
      ...exampleBrief('Japan holds :figure[]{#us-treasuries}.', {
        figures: [{ ...exampleFigure, shelfLife: 'P3M' }],
      }),
      day: '2025-07-03',
    },
  },
  find: ({ references, resolve, day }) => {
    const today = dayFrom(day)
    if (today === null) return []
    return references.flatMap(({ kind, id, start, end }) => {
      const linked = kind === 'figure' ? resolve({ kind, id }) : null
      if (linked?.kind !== 'figure') return []
      const { asOf, measures } = linked.record
      const until = goodUntil(linked.record)
      if (asOf === null || until === null || !isStale(linked.record, today)) return []
      return {
        start,
        end,
        message: `The figure (${measures}) is as of ${formatEdtf(asOf)} and was good until ${formatEdtf(until.toString())}. Look for a newer value.`,
        evidence: id,
      }
    })
  },
}
