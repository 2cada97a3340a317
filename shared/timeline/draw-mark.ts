// The mark of one event as SVG: filled is what has occurred, hollow what is expected; ends that are not known fade or point on.
// Classes and presentation attributes alone, as the window's content security policy wants it.
import { escapeHtml } from '../markdown/escape-html.ts'
import type { EventStanding } from './event-time.ts'
import type { MarkShape } from './mark-shape.ts'

/** Half of the height of a bar, in px. */
const half = 4

export type DrawnMark = MarkShape & {
  standing: EventStanding
  /** The height of its middle. */
  y: number
  /** Whether only its ways lie in the drawing. */
  isOutside: boolean
}

/**
 * A mark. `fades` is what its drawing named the paints for approximate ends (`fadeOf`), and safe in HTML; `tips` is where the ways of
 * open ends end.
 */
export function drawMark(mark: DrawnMark, fades: string, tips: { left: number; right: number }): string {
  const { left, right, y, isDay, isApproximate, isUncertain, standing } = mark
  const isHollow = standing !== 'occurred'
  const hasEdge = isHollow || isUncertain
  const paint = isApproximate ? `url(#${fades}-fade-${standing})` : 'currentColor'
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
  return `${drawWays(mark, tips)}${known}`
}

/** The line along which a mark goes on where its end is not known. */
function drawWays(
  { left, right, y, standing, isOpenLeft, isOpenRight }: DrawnMark,
  tips: { left: number; right: number },
): string {
  const way = (from: number, tip: number) => {
    const back = tip + (from < tip ? -5 : 5)
    return `<path class="timeline-${standing}" d="M${px(from)} ${px(y)}H${px(tip)}M${px(back)} ${px(y - 3.5)}L${px(tip)} ${px(y)}L${px(back)} ${px(y + 3.5)}" fill="none" stroke="currentColor" stroke-width="1.25" stroke-linejoin="round" stroke-linecap="round"/>`
  }
  return `${isOpenLeft ? way(left, tips.left) : ''}${isOpenRight ? way(right, tips.right) : ''}`
}

/** Paint that comes and goes over the ends of a bar. */
export function fadeOf(name: string, standing: EventStanding): string {
  const stops = [
    [0, 0],
    [0.35, 1],
    [0.65, 1],
    [1, 0],
  ].map(
    ([offset, opacity]) => `<stop offset="${offset}" stop-color="currentColor" stop-opacity="${opacity}"/>`,
  )
  return `<defs><linearGradient id="${escapeHtml(name)}-fade-${standing}" class="timeline-${standing}">${stops.join('')}</linearGradient></defs>`
}

/** A length in an attribute: a tenth of a px is as fine as anybody sees. */
export function px(number: number): string {
  return String(Math.round(number * 10) / 10)
}
