import { useMemo, useState } from 'preact/hooks'
import { noteOf } from '../../shared/charts/describe-chart.ts'
import { drawChart } from '../../shared/charts/draw-chart.ts'
import { type Measure, type MeasureValue, measureChart, valuesOf } from '../../shared/measures/measures.ts'
import { formatFigure, unitInWords } from '../../shared/references/format-figure.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { showSvg } from '../html-sink/html-sink.ts'
import { lists } from '../state/desk.ts'
import { recordOf } from '../state/lists.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords, dateStyle } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'

/** CSS px of the drawing; it is shown as wide as there is room. */
const size = { width: 720, height: 280 }
/** More rows than these say nothing that the chart does not. */
const mostRows = 500

/** Every value of a measure with its date and its source, as a chart and as a table, on a chosen tag. */
export function MeasurePage({ measure }: { measure: Measure }) {
  const texts = strings.measuresRoom
  const [tag, setTag] = useState<string | null>(null)
  const tags = [...new Set(measure.figures.flatMap(figure => figure.tags))].sort()
  const figures = tag === null ? measure.figures : measure.figures.filter(each => each.tags.includes(tag))
  const shown = useMemo(() => ({ ...measure, figures }), [measure, tag])
  const values = useMemo(() => valuesOf(shown), [shown])
  const chart = useMemo(() => measureChart(shown), [shown])
  const dates = dateStyle()
  const svg = useMemo(() => drawChart(chart, { id: 'measure', ...size, dates }), [chart, dates])
  const note = noteOf(chart)
  return (
    <main class="work measure">
      <div class="measure-page">
        <h1 class="person-name">{measure.name}</h1>
        <p class="person-role">
          {[unitInWords(measure.unit, chart.scale), texts.values(values.length)].join(' · ')}
        </p>
        {tags.length > 0 && (
          <fieldset class="segments measure-tags" aria-label={texts.tag}>
            {[null, ...tags].map(each => (
              <button
                key={each ?? ''}
                type="button"
                class="segment"
                aria-pressed={each === tag}
                onClick={() => setTag(each)}
              >
                {each ?? texts.allTags}
              </button>
            ))}
          </fieldset>
        )}
        <figure class="measure-chart" aria-label={texts.chart}>
          {svg === null ? (
            <p class="measure-none">{texts.noChart}</p>
          ) : (
            <div ref={element => void (element && showSvg(element, svg))} />
          )}
          {svg !== null && note !== null && <figcaption>{note}</figcaption>}
        </figure>
        <table class="measure-table" aria-label={texts.table}>
          <thead>
            <tr>
              <th scope="col">{texts.asOf}</th>
              <th scope="col" class="measure-value">
                {texts.value}
              </th>
              <th scope="col">{texts.source}</th>
              <th>
                <span class="spoken">{texts.open}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {values.slice(0, mostRows).map(value => (
              <ValueRow key={`${value.figure.id} ${value.point}`} value={value} />
            ))}
          </tbody>
        </table>
        {values.length > mostRows && <p class="measure-none">{texts.more(values.length - mostRows)}</p>}
      </div>
    </main>
  )
}

function ValueRow({ value: { figure, asOf, value, upper, isInConflict } }: { value: MeasureValue }) {
  const texts = strings.measuresRoom
  const source = figure.anchor && recordOf(lists.value.sources, figure.anchor.source)
  const words = formatFigure({ ...figure, value, upper })
  return (
    <tr>
      <td>{asOf === null ? <span class="measure-undated">{texts.noDate}</span> : dateInWords(asOf)}</td>
      <td class="measure-value number">
        {words}
        {isInConflict && (
          <span class="measure-conflict" title={texts.inConflict}>
            <span class="spoken">{texts.inConflict}</span>
            <span aria-hidden="true">≠</span>
          </span>
        )}
      </td>
      <td class={source ? 'measure-source' : 'measure-source no-source'}>
        {source?.title ?? strings.evidence.noSource}
      </td>
      <td>
        <Button
          label={texts.open}
          tip={texts.openOf(words)}
          look="quiet"
          onPress={() => openEvidence(figure.id)}
        />
      </td>
    </tr>
  )
}
