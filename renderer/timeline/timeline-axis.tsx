import { axisUnits, type UnitTick, unitTicks } from '../../shared/timeline/unit-axis.ts'
import { dateStyle } from '../ui/dates-and-numbers.ts'
import { frame, sightLeft, stride } from './timeline-frame.ts'

/** CSS px of the two rows under the picture. */
export const axisHeight = 44
const fineAt = 16
const coarseAt = 35

/** Units of time, with the larger ones that they are in beneath them. */
export function TimelineAxis() {
  const { fine, coarse } = axisUnits(frame.value.rate)
  const { ground, left } = frame.value
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it has the focus
    <g class="timeline-axis" aria-hidden="true">
      {unitTicks(fine, 'label', frame.value, dateStyle()).map(tick => (
        <Tick key={`${fine} ${tick.start}`} tick={tick} y={fineAt}>
          <line class="timeline-rule" x1={0} x2={0} y1={0} y2={ground} />
          <line class="timeline-line" x1={0} x2={0} y1={ground} y2={ground + 6} />
        </Tick>
      ))}
      {coarse &&
        unitTicks(coarse, 'name', frame.value, dateStyle()).map(tick => (
          <Tick
            key={`${coarse} ${tick.start}`}
            tick={tick.at < left + stride ? { ...tick, label: '' } : tick}
            y={coarseAt}
            isCoarse
          >
            <line class="timeline-line" x1={0} x2={0} y1={ground} y2={ground + axisHeight - 4} />
          </Tick>
        ))}
    </g>
  )
}

/** The names of the larger units at the left edge, which stay in sight. */
export function StickyNames() {
  const { left, width, ground } = frame.value
  const { coarse } = axisUnits(frame.value.rate)
  if (coarse === null) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it has the focus
    <g aria-hidden="true">
      {unitTicks(
        coarse,
        'name',
        { ...frame.value, left: sightLeft.value, width: width - stride },
        dateStyle(),
      )
        .filter(({ at, label }) => at < left + stride && label !== '')
        .map(({ start, label, labelAt }) => (
          <text
            key={start}
            class="timeline-tick timeline-tick-coarse"
            transform={`translate(${Math.round(labelAt)} ${ground + coarseAt})`}
          >
            {label}
          </text>
        ))}
    </g>
  )
}

/** Moved as a whole, so that its words are laid out once. */
function Tick(props: { tick: UnitTick; y: number; isCoarse?: boolean; children: preact.ComponentChildren }) {
  const { at, label, labelAt } = props.tick
  return (
    <g transform={`translate(${Math.round(at * 10) / 10} 0)`}>
      {props.children}
      {label !== '' && (
        <text
          class={`timeline-tick ${props.isCoarse ? 'timeline-tick-coarse' : ''}`}
          x={Math.round(labelAt - at)}
          y={frame.value.ground + props.y}
        >
          {label}
        </text>
      )}
    </g>
  )
}
