// A timeline in words: for who does not see it, and what is to be known to read it.
import { formatEdtf } from '../dates/format-edtf.ts'
import type { TimelineLayout } from './lay-out-timeline.ts'

/** What the picture shows, in a few sentences. */
export function describeTimeline({ marks, leftOut, day }: TimelineLayout): string {
  const count = (standing: string) => marks.filter(mark => mark.standing === standing).length
  const standings = (['occurred', 'expected', 'overdue'] as const)
    .map(standing => ({ standing, number: count(standing) }))
    .filter(({ number }) => number > 0)
    .map(({ standing, number }) => `${number} ${standing}`)
  const [first, last] = [marks[0], marks.at(-1)]
  const ends =
    first && last && first !== last
      ? ` The first is “${first.event.title}”, ${formatEdtf(first.event.when)}; the last “${last.event.title}”, ${formatEdtf(last.event.when)}.`
      : ''
  const at = day === null ? '' : ` A line marks ${formatEdtf(day.date)}.`
  const rest = leftOut === 0 ? '' : ` ${restOf(leftOut)}`
  return `${marks.length === 1 ? 'One event' : `${marks.length} events`}: ${standings.join(', ')}.${ends}${at}${rest}`
}

/** How its marks are read, no more than it has; empty where a dot says it all. */
export function keyOf({ marks, leftOut }: TimelineLayout): string {
  const has = (is: (mark: TimelineLayout['marks'][number]) => boolean) => marks.some(is)
  const signs = [
    has(mark => mark.standing === 'occurred') ? 'filled: occurred' : '',
    has(mark => mark.standing !== 'occurred') ? 'hollow: expected' : '',
    has(mark => mark.isUncertain) ? 'dashed: uncertain' : '',
    has(mark => mark.isApproximate) ? 'fading: about then' : '',
    openEnds(
      has(mark => mark.isOpenLeft),
      has(mark => mark.isOpenRight),
    ),
  ].filter(words => words !== '')
  const key = signs.length === 0 ? '' : `${signs.join('; ')}.`
  const sentence = key === '' ? '' : `${key[0]?.toUpperCase()}${key.slice(1)}`
  return [sentence, leftOut === 0 ? '' : restOf(leftOut)].filter(words => words !== '').join(' ')
}

function openEnds(isLeft: boolean, isRight: boolean): string {
  if (!isLeft && !isRight) return ''
  return `arrow: no ${isLeft ? (isRight ? 'beginning or end' : 'beginning') : 'end'} known`
}

function restOf(leftOut: number): string {
  return `And ${leftOut} more in the list.`
}
