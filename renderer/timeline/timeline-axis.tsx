import { unitAxis } from '../../shared/timeline/unit-axis.ts'
import { view } from './timeline-state.ts'

/** CSS px of the two rows under the picture. */
export const axisHeight = 44
const fineAt = 16
const coarseAt = 35

/** Units of time from edge to edge, with the larger ones that they are in beneath them. */
export function TimelineAxis({ width, ground }: { width: number; ground: number }) {
  const { fine, coarse } = unitAxis({ ...view.value, width })
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it has the focus
    <g class="timeline-axis" aria-hidden="true">
      {fine.map(({ at }) => (
        <line key={at} class="timeline-rule" x1={at} x2={at} y1={0} y2={ground} />
      ))}
      <line class="timeline-line" x1={0} x2={width} y1={ground} y2={ground} />
      {fine.map(({ at, label, labelAt }) => (
        <g key={at}>
          <line class="timeline-line" x1={at} x2={at} y1={ground} y2={ground + 6} />
          {label !== '' && (
            <text class="timeline-tick" x={labelAt} y={ground + fineAt}>
              {label}
            </text>
          )}
        </g>
      ))}
      {coarse.map(({ at, label, labelAt }) => (
        <g key={at}>
          {at > 0 && <line class="timeline-line" x1={at} x2={at} y1={ground} y2={ground + axisHeight - 4} />}
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
