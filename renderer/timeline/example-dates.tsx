// How dates are drawn, for an empty timeline: one of each, in the month that is its own example.

import { drawMark, fadeOf } from '../../shared/timeline/draw-mark.ts'
import { dayLength, type EventStanding, eventTime } from '../../shared/timeline/event-time.ts'
import { shapeOf } from '../../shared/timeline/mark-shape.ts'
import { ownShapes } from '../html-sink/html-sink.ts'
import { strings } from '../ui/strings.ts'

const examples: readonly { when: string; standing: EventStanding }[] = [
  { when: '2025-05-03', standing: 'occurred' },
  { when: '2025-05', standing: 'occurred' },
  { when: '2025-05~', standing: 'occurred' },
  { when: '2025-05/..', standing: 'occurred' },
  { when: '2025-05-20', standing: 'expected' },
  { when: '2025-05-20', standing: 'overdue' },
]
const begin = Date.UTC(2025, 4, 1)
const width = 110
const fades = 'example'

export function ExampleDates() {
  const texts = strings.timeline
  const place = (moment: number) => 24 + ((moment - begin) / (31 * dayLength)) * 60
  return (
    <figure class="timeline-examples">
      <figcaption>{texts.emptyExample}</figcaption>
      <dl>
        {examples.map(({ when, standing }, index) => {
          const time = eventTime(when)
          if (!time) return null
          const html = drawMark(
            { ...shapeOf(time, place), standing, y: 9, isOutside: false },
            `${fades}-${index}`,
            { left: 1, right: width - 1 },
          )
          return (
            <div key={`${when} ${standing}`}>
              <dt>{texts.examples[index]}</dt>
              <dd>
                <svg
                  class="timeline-example"
                  viewBox={`0 0 ${width} 18`}
                  aria-hidden="true"
                  {...ownShapes(fadeOf(`${fades}-${index}`, standing) + html)}
                />
              </dd>
            </div>
          )
        })}
      </dl>
    </figure>
  )
}
