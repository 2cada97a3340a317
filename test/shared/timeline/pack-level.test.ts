import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayLength, eventTime } from '../../../shared/timeline/event-time.ts'
import { packLevel, type TimedEvent, type TimelineStop } from '../../../shared/timeline/pack-level.ts'
import { generatedEvents } from '../../bench/generated-events.ts'

const timed = (when: string, id: string, wide = 80): TimedEvent => {
  const time = eventTime(when)
  if (!time) throw new Error(`${when} has no known day.`)
  return { event: { id, title: id, when, status: 'occurred' }, time, standing: 'occurred', words: id, wide }
}

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const when = day.chain(date =>
  fc.constantFrom(
    date,
    date.slice(0, 7),
    date.slice(0, 4),
    `${date.slice(0, 7)}~`,
    `../${date}`,
    `${date}/..`,
  ),
)
const someEvents = fc
  .array(fc.record({ when, wide: fc.integer({ min: 20, max: 320 }) }), { minLength: 1, maxLength: 150 })
  .map(all => all.map(({ when, wide }, index) => timed(when, `event-${index}`, wide)))
  .map(all => all.sort((one, other) => one.time.known.from - other.time.known.from))
/** From forty years on 1,000 px to a day on them. */
const level = fc.record({
  scale: fc.integer({ min: -31, max: -16 }).map(step => 2 ** step),
  lanes: fc.integer({ min: 3, max: 25 }),
})

const eventsOf = (stop: TimelineStop) => (stop.is === 'single' ? [stop.timed] : stop.events)

/** What each stop covers in px, and from which lane to which. */
const boxes = (stops: readonly TimelineStop[], scale: number) =>
  stops.map(stop => ({
    left: stop.from * scale - stop.before,
    right: stop.to * scale + stop.after,
    lowest: stop.is === 'single' ? stop.lane : 0,
    highest: stop.is === 'single' ? stop.lane : stop.lanes - 1,
  }))

describe('the events of a timeline at a level of zoom', () => {
  test('are each in one stop, in the order of time', () => {
    fc.assert(
      fc.property(someEvents, level, (events, view) => {
        const stops = packLevel(events, view)
        const ids = stops.flatMap(eventsOf).map(({ event }) => event.id)
        expect(ids.toSorted()).toEqual(events.map(({ event }) => event.id).toSorted())
        const places = new Map(events.map(({ event }, index) => [event.id, index]))
        const firsts = stops.map(stop =>
          Math.min(...eventsOf(stop).map(({ event }) => places.get(event.id) ?? -1)),
        )
        expect(firsts).toEqual(firsts.toSorted((one, other) => one - other))
      }),
    )
  })

  test('touch no other, at that zoom and at any up to twice of it', () => {
    fc.assert(
      fc.property(someEvents, level, fc.double({ min: 1, max: 2, noNaN: true }), (events, view, more) => {
        const all = boxes(packLevel(events, view), view.scale * more)
        for (const [index, one] of all.entries())
          for (const other of all.slice(index + 1)) {
            const isBeside = one.right <= other.left + 0.01 || other.right <= one.left + 0.01
            const isOver = one.lowest > other.highest || other.lowest > one.highest
            expect(isBeside || isOver).toBe(true)
          }
      }),
    )
  })

  test('stay within the lanes there are', () => {
    fc.assert(
      fc.property(someEvents, level, (events, view) => {
        for (const { highest } of boxes(packLevel(events, view), view.scale))
          expect(highest).toBeLessThan(view.lanes)
      }),
    )
  })

  test('are counted together where they are too close, and stand apart from nearby', () => {
    const events = Array.from({ length: 60 }, (_, index) =>
      timed(`2025-05-${String(1 + (index % 30)).padStart(2, '0')}`, `event-${index}`),
    ).sort((one, other) => one.time.known.from - other.time.known.from)
    const far = packLevel(events, { scale: 100 / (31 * dayLength), lanes: 12 })
    expect(far.map(stop => [stop.is, eventsOf(stop).length])).toContainEqual(['column', 60])
    const near = packLevel(events, { scale: 200 / dayLength, lanes: 12 })
    expect(new Set(near.map(({ is }) => is))).toEqual(new Set(['single']))
  })

  test('of a library of thousands have no more stops in sight than can be drawn', () => {
    const events = generatedEvents(5_000)
      .flatMap(event => (eventTime(event.when) ? timed(event.when, event.id, 200) : []))
      .sort((one, other) => one.time.known.from - other.time.known.from)
    for (let step = -30; step < -18; step += 1) {
      const scale = 2 ** step
      const all = boxes(packLevel(events, { scale, lanes: 20 }), scale)
      const middle = Date.UTC(2013, 0, 1) * scale
      const inSight = all.filter(({ left, right }) => right > middle && left < middle + 1200)
      expect(inSight.length, `at 2^${step}`).toBeLessThan(260)
    }
  })
})
