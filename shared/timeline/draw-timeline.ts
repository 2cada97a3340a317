// A timeline as an SVG string: filled is what has occurred, hollow what is expected; ends that are not known fade or point on.
// Classes and presentation attributes alone, as the window's content security policy wants it.
import { textWidth } from '../charts/text-width.ts'
import { formatEdtf } from '../dates/format-edtf.ts'
import { escapeHtml } from '../markdown/escape-html.ts'
import { describeTimeline } from './describe-timeline.ts'
import type { EventStanding } from './event-time.ts'
import { labelSize, type Mark, overdueWords, type TimelineLayout } from './lay-out-timeline.ts'
import { tickSize } from './time-axis.ts'

/** Half of the height of a bar, in px. */
const half = 4

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
    ...[...fading].map(standing => fadeOf(id, standing)),
    drawAxis(layout),
    drawDay(layout),
    ...marks.map(drawGround),
    ...marks.map(mark => drawMark(mark, id, width)),
    ...marks.map(drawLabel),
    '</svg>',
  ].join('')
}

/** Paint that comes and goes over the ends of a bar. */
function fadeOf(id: string, standing: EventStanding): string {
  const stops = [
    [0, 0],
    [0.35, 1],
    [0.65, 1],
    [1, 0],
  ].map(
    ([offset, opacity]) => `<stop offset="${offset}" stop-color="currentColor" stop-opacity="${opacity}"/>`,
  )
  return `<defs><linearGradient id="${id}-fade-${standing}" class="timeline-${standing}">${stops.join('')}</linearGradient></defs>`
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

function drawMark(mark: Mark, id: string, width: number): string {
  const { left, right, y, isDay, isApproximate, isUncertain, standing } = mark
  const isHollow = standing !== 'occurred'
  const hasEdge = isHollow || isUncertain
  const paint = isApproximate ? `url(#${id}-fade-${standing})` : 'currentColor'
  // What is hollow hides the lines behind it, where no end of it fades.
  const ground = isHollow && !isApproximate ? ' timeline-hollow' : ''
  const dashes = isUncertain ? ' stroke-dasharray="2 1.5"' : ''
  const pale = isUncertain && !isHollow ? ' fill-opacity="0.4"' : ''
  const look = `class="timeline-${standing}${ground}" fill="${isHollow ? 'none' : paint}"${pale} stroke="${hasEdge ? paint : 'none'}" stroke-width="1.5"${dashes}`
  const inner = hasEdge ? half - 0.75 : half
  const known = mark.isOutside
    ? ''
    : isDay
      ? `<circle ${look} cx="${px((left + right) / 2)}" cy="${px(y)}" r="${px(inner)}"/>`
      : `<rect ${look} x="${px(left + 0.75)}" y="${px(y - inner)}" width="${px(Math.max(1, right - left - 1.5))}" height="${px(2 * inner)}"${isApproximate ? '' : ' rx="1.5"'}/>`
  return `${drawWays(mark, width)}${known}`
}

/** The line along which a mark goes on where its end is not known. */
function drawWays({ left, right, y, standing, isOpenLeft, isOpenRight }: Mark, width: number): string {
  const way = (from: number, tip: number) => {
    const back = tip + (from < tip ? -5 : 5)
    return `<path class="timeline-${standing}" d="M${px(from)} ${px(y)}H${px(tip)}M${px(back)} ${px(y - 3.5)}L${px(tip)} ${px(y)}L${px(back)} ${px(y + 3.5)}" fill="none" stroke="currentColor" stroke-width="1.25" stroke-linejoin="round" stroke-linecap="round"/>`
  }
  return `${isOpenLeft ? way(left, 1) : ''}${isOpenRight ? way(right, width - 1) : ''}`
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

function px(number: number): string {
  return String(Math.round(number * 10) / 10)
}
