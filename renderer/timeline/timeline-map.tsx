// Where one is in the whole time: how many events there are in each part of it, and what is in sight.
import { computed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { showMoment } from './timeline-actions.ts'
import { limits, now, stageSize, timedEvents, view } from './timeline-state.ts'

const height = 34
/** CSS px of a part. */
const part = 4

/** The outline of how many there are, from the left to the right. */
const outline = computed(() => {
  const { width } = stageSize.value
  const { from, to } = limits.value
  const counts = new Array<number>(Math.max(1, Math.ceil(width / part))).fill(0)
  for (const { time } of timedEvents.value) {
    const at = Math.floor((((time.known.from + time.known.to) / 2 - from) / (to - from)) * counts.length)
    const index = Math.max(0, Math.min(at, counts.length - 1))
    counts[index] = (counts[index] ?? 0) + 1
  }
  const most = Math.max(1, ...counts)
  const bars = counts.map((count, index) => {
    if (count === 0) return ''
    const high = Math.max(2, Math.sqrt(count / most) * (height - 6))
    return `M${index * part} ${height}v${-high}h${part - 1}v${high}z`
  })
  return bars.join('')
})

/** A press or a drag goes there; the keys of the picture do the same. */
export function TimelineMap() {
  const map = useRef<SVGSVGElement>(null)
  const { width } = stageSize.value
  const { from, to } = limits.value
  const at = (moment: number) => ((moment - from) / (to - from)) * width
  const goTo = (event: PointerEvent) => {
    const box = map.current?.getBoundingClientRect()
    if (box) showMoment(from + ((event.clientX - box.left) / box.width) * (to - from), 0.5)
  }
  const [left, right] = [Math.max(0, at(view.value.from)), Math.min(width, at(view.value.to))]
  return (
    <svg
      ref={map}
      class="timeline-map"
      viewBox={`0 0 ${Math.max(1, width)} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={event => {
        map.current?.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={event => {
        if (map.current?.hasPointerCapture(event.pointerId)) goTo(event)
      }}
    >
      <path class="timeline-map-events" d={outline.value} />
      <line class="timeline-map-now" x1={at(now.value)} x2={at(now.value)} y1={0} y2={height} />
      <rect
        class="timeline-map-sight"
        x={left + 0.75}
        y={0.75}
        width={Math.max(4, right - left - 1.5)}
        height={height - 1.5}
        rx={4}
      />
    </svg>
  )
}
