import { unitAxis } from '../../shared/timeline/unit-axis.ts'
import type { StageScale } from './stop-mark.tsx'
import { view } from './timeline-state.ts'

/** CSS px of the two rows under the picture. */
export const axisHeight = 44
const fineAt = 16
const coarseAt = 35

/** Units of time from edge to edge, with the larger ones that they are in beneath them. */
export function TimelineAxis({ scale: { origin, left, width, ground } }: { scale: StageScale }) {
  const { fine, coarse } = unitAxis({ ...view.value, width, origin })
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it has the focus
    <g class="timeline-axis" aria-hidden="true">
      {fine.map(({ start, at }) => (
        <line key={start} class="timeline-rule" x1={at} x2={at} y1={0} y2={ground} />
      ))}
      <line class="timeline-line" x1={left} x2={left + width} y1={ground} y2={ground} />
      {fine.map(({ start, at, label, labelAt }) => (
        <g key={start}>
          <line class="timeline-line" x1={at} x2={at} y1={ground} y2={ground + 6} />
          {label !== '' && (
            <text class="timeline-tick" x={labelAt} y={ground + fineAt}>
              {label}
            </text>
          )}
        </g>
      ))}
      {coarse.map(({ start, at, label, labelAt }) => (
        <g key={start}>
          {at > left && (
            <line class="timeline-line" x1={at} x2={at} y1={ground} y2={ground + axisHeight - 4} />
          )}
          {label !== '' && (
            <text class="timeline-tick timeline-tick-coarse" x={labelAt} y={ground + coarseAt}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
