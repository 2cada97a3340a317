import type { Figure } from '../../model/records.ts'
import { formatFigure } from '../../references/format-figure.ts'
import { formatReference } from '../../references/reference.ts'
import { exampleBrief, exampleFigure } from '../example-records.ts'
import { saysFigure } from '../figure-says.ts'
import type { Rule } from '../rule.ts'

export const figureDrifted: Rule = {
  name: 'figure-drifted',
  severity: 'error',
  wrong: 'The number in the text is no longer the figure’s value at that rounding.',
  mend: 'Write the figure’s value, or leave the label empty so that it always shows.',
  examples: {
    wrong: {
      // When somebody asks: the first symbol of a currency takes long.
      get given() {
        return `The figure is ${formatFigure(exampleFigure)}.`
      },
      ...exampleBrief('Japan holds :figure[$1.2 trillion]{#us-treasuries}.'),
    },
    right: exampleBrief('Japan holds :figure[US$1.1tn]{#us-treasuries}.'),
  },
  find: ({ brief: { body }, references, resolve }) =>
    references.flatMap(reference => {
      const linked = reference.kind === 'figure' && reference.label !== '' ? resolve(reference) : null
      if (linked?.kind !== 'figure') return []
      const { start, end, label, id } = reference
      const before = body.slice(Math.max(0, start - 80), start).replace(/^[\s\S]*[.!?\n]\s/, '')
      if (saysValue(label, linked.record, before)) return []
      const now = formatFigure(linked.record)
      // "About about $1 trillion": the qualifier stands in the sentence already.
      const isQualified =
        /(?:about|around|roughly|nearly|almost|over|more than|less than|at least|at most)\s*$/i
      const shown = isQualified.test(before) ? formatFigure({ ...linked.record, qualifier: null }) : now
      return {
        start,
        end,
        message: `The text says ${label}; the figure (${linked.record.measures}) is ${now}.`,
        evidence: id,
        fix: {
          words: `Change to ${shown}`,
          edits: [{ start, end, text: formatReference({ ...reference, label: shown }) }],
        },
      }
    }),
}

/** Records do not change while a person types, nor do most of the words around them. */
const known = new WeakMap<Figure, Map<string, boolean>>()
const mostKnown = 100

function saysValue(label: string, figure: Figure, before: string): boolean {
  const ofFigure = known.get(figure) ?? new Map<string, boolean>()
  const key = `${label}\n${before}`
  const said = ofFigure.get(key) ?? saysFigure(label, figure, before)
  if (ofFigure.size >= mostKnown) ofFigure.clear()
  known.set(figure, ofFigure.set(key, said))
  return said
}
