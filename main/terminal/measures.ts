// What is measured, and every value of it, from a terminal.
import { formatEdtf } from '../../shared/dates/format-edtf.ts'
import { countValues, measuresOf, valuesOf } from '../../shared/measures/measures.ts'
import { measureKey } from '../../shared/measures/same-measure.ts'
import { formatFigure } from '../../shared/references/format-figure.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Printed, Request } from './printed.ts'
import type { Call } from './usage.ts'

/** One line a measure: what it is, its unit, and how many values there are. */
export async function printMeasures(request: Request): Promise<Printed> {
  const measures = measuresOf((await request('library.list', {})).figures)
  const rows = measures.map(measure => ({
    name: measure.name,
    unit: measure.unit,
    values: countValues(measure),
  }))
  return { json: { measures: rows }, lines: rows.map(row => `${row.name}\t${row.unit}\t${row.values}`) }
}

/** Every value of what has that name, the oldest first; `--tag` leaves those of figures that have it. */
export async function printMeasure(
  { arguments: [name = ''], options: { tag } }: Call,
  request: Request,
): Promise<Printed> {
  const { figures, sources } = await request('library.list', {})
  const isNamed = (unit: string) => measureKey({ measures: name, unit })
  const found = measuresOf(figures).filter(({ key, unit }) => key === isNamed(unit))
  if (found.length === 0)
    throw new RequestProblem(
      'not-found',
      `Nothing in the library measures “${name}”. Nothing was changed; \`measures\` lists what there is.`,
    )
  const values = found
    .flatMap(measure => valuesOf(measure))
    .filter(({ figure }) => tag === undefined || figure.tags.includes(tag))
  const titleOf = (id: string | undefined) => sources.find(source => source.id === id)?.title ?? null
  return {
    json: {
      values: values.map(({ figure, asOf, value, upper, isInConflict }) => ({
        ...{ figure: figure.id, asOf, value, upper, unit: figure.unit, isInConflict },
        source: figure.anchor?.source ?? null,
      })),
    },
    lines: values.map(({ figure, asOf, value, upper, isInConflict }) =>
      [
        asOf === null ? 'no date' : formatEdtf(asOf),
        formatFigure({ ...figure, value, upper }),
        figure.id,
        titleOf(figure.anchor?.source) ?? 'no source',
        ...(isInConflict ? ['in conflict with another'] : []),
      ].join('\t'),
    ),
  }
}
