// How the time of an event is drawn, at any scale: the one place where print and screen decide what is a dot and what is a bar.
import { dayLength, type EventTime } from './event-time.ts'

/** What is known of an event's time as it is drawn, from `left` to `right` in CSS px; it may lie outside of the drawing. */
export type MarkShape = {
  left: number
  right: number
  /** One exact day, which is a dot; all else is a bar. */
  isDay: boolean
  /** Whether it goes on, because that end is open or unknown. */
  isOpenLeft: boolean
  isOpenRight: boolean
  isApproximate: boolean
  isUncertain: boolean
}

export const dotRadius = 4
/** CSS px: what the ends of an approximate mark fade over, at most. */
export const widestFade = 24
/** Marks up to this width have their words beside them, others above. */
const widestInline = 26

/**
 * The shape of a time, where `x` gives a moment's place. A day that is wider than `widestDot` is a bar of all its hours: nobody said
 * which one.
 */
export function shapeOf(
  time: EventTime,
  x: (moment: number) => number,
  widestDot = Number.POSITIVE_INFINITY,
): MarkShape {
  const { known, isApproximate, isUncertain } = time
  const [from, to] = [x(known.from), x(known.to)]
  const isDay = known.to - known.from === dayLength && !isApproximate && to - from <= widestDot
  // What is less wide than a dot cannot be seen; where a date is approximate, its ends fade beyond it.
  const fade = isApproximate ? Math.max(8, Math.min(widestFade, (to - from) / 4)) : 0
  const more = isDay ? dotRadius - (to - from) / 2 : Math.max(fade, dotRadius - (to - from) / 2, 0)
  return {
    left: from - more,
    right: to + more,
    isDay,
    isOpenLeft: time.from === null,
    isOpenRight: time.to === null,
    isApproximate,
    isUncertain,
  }
}

/** Whether the words of a mark stand above it: those of a dot and of a short bar stand beside it. */
export function hasWordsAbove({
  left,
  right,
  isOpenLeft,
  isOpenRight,
}: Pick<MarkShape, 'left' | 'right' | 'isOpenLeft' | 'isOpenRight'>): boolean {
  return isOpenLeft || isOpenRight || right - left > widestInline
}
