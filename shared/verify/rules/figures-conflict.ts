import { formatEdtf } from '../../dates/format-edtf.ts'
import { isInConflict, sameMeasure } from '../../measures/same-measure.ts'
import type { Figure } from '../../model/records.ts'
import { formatFigure } from '../../references/format-figure.ts'
import { exampleBrief, exampleFigure } from '../example-records.ts'
import type { Rule } from '../rule.ts'

const other: Figure = { ...exampleFigure, id: 'us-treasuries-2', value: '1270000000000', asOf: '2025-04-30' }

export const figuresConflict: Rule = {
  name: 'figures-conflict',
  severity: 'warning',
  wrong: 'Another figure has the same measure for the same time with another value.',
  mend: 'Find out which is right, and say in the text why the other differs.',
  examples: {
    wrong: {
      given: 'The library has $1.27 trillion for the same measure, as of 30 April 2025.',
      ...exampleBrief('Japan held :figure[]{#us-treasuries} in April.'),
      libraryFigures: [exampleFigure, other],
    },
    right: {
      ...exampleBrief('Japan held :figure[]{#us-treasuries} in April.'),
      libraryFigures: [exampleFigure, { ...other, asOf: '2024-04' }],
    },
  },
  find: ({ references, resolve, libraryFigures, evidence }) => {
    const seen = new Set<string>()
    return references.flatMap(({ kind, id, start, end }) => {
      const linked = kind === 'figure' && !seen.has(id) ? resolve({ kind, id }) : null
      seen.add(id)
      if (linked?.kind !== 'figure') return []
      const { record } = linked
      const conflicting = conflictsOf(record, libraryFigures ?? evidence.figures)
      if (conflicting.length === 0) return []
      const values = conflicting
        .slice(0, 3)
        .map(each => `${formatFigure(each)} (${each.id}, as of ${formatEdtf(each.asOf ?? '')})`)
      return {
        start,
        end,
        message: `${record.measures}: this is ${formatFigure(record)} as of ${formatEdtf(record.asOf ?? '')}, and the library also has ${values.join(', ')}.`,
        evidence: id,
      }
    })
  },
}

/** Among the same figures the answer is the same, and it is asked for at every key. */
const conflicts = new WeakMap<Figure, { among: readonly Figure[]; found: readonly Figure[] }>()

function conflictsOf(figure: Figure, among: readonly Figure[]): readonly Figure[] {
  const known = conflicts.get(figure)
  if (known?.among === among) return known.found
  const found = sameMeasure(figure, among).filter(each => isInConflict(figure, each))
  conflicts.set(figure, { among, found })
  return found
}
