// What stands on the timeline, in words.

import type { TimelineStop } from '../../shared/timeline/pack-level.ts'
import { timeUnits } from '../../shared/timeline/time-units.ts'
import { dateInWords, dateStyle } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'

/** The name of a stop for who does not see it. */
export function nameOfStop(stop: TimelineStop): string {
  const texts = strings.timeline
  if (stop.is === 'single') {
    const { event, standing } = stop.timed
    return texts.single(dateInWords(event.when), event.title, standing)
  }
  return texts.column(stop.events.length, timeUnits[stop.unit].name(stop.from, dateStyle()))
}

/** A time from day to day, as short as it can be said. */
export function timeInWords(from: number, to: number): string {
  const [first, last] = [from, Math.max(from, to - 1)].map(moment =>
    new Date(moment).toISOString().slice(0, 10),
  ) as [string, string]
  const cut = timeUnits.year.length * 3 < to - from ? 4 : timeUnits.month.length * 3 < to - from ? 7 : 10
  return dateInWords(`${first.slice(0, cut)}/${last.slice(0, cut)}`)
}
