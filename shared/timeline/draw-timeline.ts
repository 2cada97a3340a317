// A timeline as an SVG string, for print and its preview.
import { textWidth } from '../charts/text-width.ts'
import { formatEdtf } from '../dates/format-edtf.ts'
import { escapeHtml } from '../markdown/escape-html.ts'
import { describeTimeline } from './describe-timeline.ts'
import { drawMark, fadeOf, px } from './draw-mark.ts'
import { labelSize, type Mark, overdueWords, type TimelineLayout } from './lay-out-timeline.ts'
import { tickSize } from './time-axis.ts'

/** The drawing of a layout. `id` begins the ids within it, and is unique in its page; `title` is plain text. */
export function drawTimeline(
  layout: TimelineLayout,
  { id: name, title }: { id: string; title: string },
): string {
  const { width, height, marks } = layout
  const id = escapeHtml(name)
  const fading = new Set(marks.filter(mark => mark.isApproximate).map(mark => mark.standing))
  return [
    `<svg class="timeline" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${px(height)}" width="${width}" height="${px(height)}" role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-description">${escapeHtml(describeTimeline(layout))}</desc>`,
    ...[...fading].map(standing => fadeOf(name, standing)),
    drawAxis(layout),
    drawDay(layout),
    ...marks.map(drawGround),
    ...marks.map(mark => drawMark(mark, id, { left: 1, right: width - 1 })),
    ...marks.map(drawLabel),
    '</svg>',
  ].join('')
}

function drawAxis({ width, axis, ticks }: TimelineLayout): string {
  const columns = ticks.map(
    ({ at, label, labelAt }) =>
      `<line class="timeline-rule" x1="${px(at)}" x2="${px(at)}" y1="0" y2="${px(axis)}" stroke="currentColor" stroke-width="0.5"/><line class="timeline-axis" x1="${px(at)}" x2="${px(at)}" y1="${px(axis)}" y2="${px(axis + 4)}" stroke="currentColor" stroke-width="0.75"/><text class="timeline-tick" x="${px(labelAt)}" y="${px(axis + 17)}" font-size="${tickSize}" text-anchor="middle">${escapeHtml(label)}</text>`,
  )
  const line = `<line class="timeline-axis" x1="0" x2="${width}" y1="${px(axis)}" y2="${px(axis)}" stroke="currentColor" stroke-width="0.75"/>`
  return `<g aria-hidden="true">${columns.join('')}${line}</g>`
}

function drawDay({ width, axis, day }: TimelineLayout): string {
  if (day === null) return ''
  const words = formatEdtf(day.date)
  const reach = textWidth(words, tickSize) / 2
  const x = Math.max(reach, Math.min(day.at, width - reach))
  return `<line class="timeline-day" x1="${px(day.at)}" x2="${px(day.at)}" y1="14" y2="${px(axis)}" stroke="currentColor" stroke-width="1"/><text class="timeline-day-words" x="${px(x)}" y="10" font-size="${tickSize}" font-weight="600" text-anchor="middle">${escapeHtml(words)}</text>`
}

/** Paper behind a label, for lines that go through it. A stroke around its letters would print them twice. */
function drawGround({ label: { left, right, y } }: Mark): string {
  return `<rect class="timeline-ground" x="${px(left - 2)}" y="${px(y - labelSize)}" width="${px(right - left + 4)}" height="${labelSize + 3}" fill="none"/>`
}

function drawLabel({ label, standing }: Mark): string {
  const { words, anchor, left, right, y } = label
  const overdue = standing === 'overdue' ? `<tspan class="timeline-overdue">${overdueWords}</tspan>` : ''
  return `<text class="timeline-label" x="${px(anchor === 'start' ? left : right)}" y="${px(y)}" font-size="${labelSize}" text-anchor="${anchor}">${escapeHtml(words)}${overdue}</text>`
}
