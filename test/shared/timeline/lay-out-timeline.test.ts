import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawTimeline } from '../../../shared/timeline/draw-timeline.ts'
import { layOutTimeline, type TimelineEvent } from '../../../shared/timeline/lay-out-timeline.ts'
import { stressEvents } from '../../proof-pdf/stress-events.ts'

const event = (
  when: string,
  title = 'Talks',
  status: TimelineEvent['status'] = 'occurred',
): TimelineEvent => ({
  id: `${when} ${title}`,
  title,
  when,
  status,
})
const view = { width: 620, day: '2025-05-03' }

const day = fc
  .date({ min: new Date('1200-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const anyDate = day.chain(date =>
  fc.constantFrom(
    date,
    date.slice(0, 7),
    date.slice(0, 4),
    `${date.slice(0, 7)}~`,
    `${date}?`,
    `${date.slice(0, 4)}-22`,
    `../${date}`,
    `${date.slice(0, 7)}/..`,
    `${date}/2901-01`,
  ),
)
const anyEvents = fc.array(
  fc.record({
    id: fc.uuid(),
    title: fc.string({ minLength: 1, maxLength: 120 }),
    when: anyDate,
    status: fc.constantFrom('occurred' as const, 'expected' as const),
  }),
  { minLength: 1, maxLength: 80 },
)
const anyView = fc.record({ width: fc.integer({ min: 320, max: 1200 }), day: fc.option(day) })

describe('the layout of a timeline', () => {
  test('has every mark and label within the drawing, and none touches another of its lane', () => {
    fc.assert(
      fc.property(anyEvents, anyView, (events, anyView) => {
        const layout = layOutTimeline(events, anyView)
        for (const { left, right, label } of layout?.marks ?? []) {
          expect(Math.min(left, label.left)).toBeGreaterThanOrEqual(-0.01)
          expect(Math.max(right, label.right)).toBeLessThanOrEqual(anyView.width + 0.01)
        }
        for (const lane of Map.groupBy(layout?.marks ?? [], mark => mark.y).values()) {
          const extents = lane
            .map(({ left, right, label, isOpenLeft, isOpenRight }) => [
              isOpenLeft ? 0 : Math.min(left, label.left),
              isOpenRight ? anyView.width : Math.max(right, label.right),
            ])
            .sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))
          for (const [index, extent] of extents.entries())
            expect(extent[0] ?? 0).toBeGreaterThan(extents[index - 1]?.[1] ?? Number.NEGATIVE_INFINITY)
        }
      }),
    )
  })

  test('draws each event or counts it as left out, and never more than have room', () => {
    fc.assert(
      fc.property(anyEvents, anyView, (events, anyView) => {
        const layout = layOutTimeline(events, anyView)
        expect(layout?.marks.length).toBeLessThanOrEqual(40)
        expect((layout?.marks.length ?? 0) + (layout?.leftOut ?? 0)).toBe(events.length)
        expect(layout?.height).toBeLessThan(560)
      }),
    )
  })

  test('names places of the axis that do not touch, from days to centuries', () => {
    const labels = (...dates: string[]) =>
      layOutTimeline(
        dates.map(date => event(date)),
        { width: 620, day: null },
      )?.ticks.map(({ label }) => label)
    expect(labels('2025-05-01', '2025-05-09')).toContain('3 May')
    expect(labels('2025-01', '2025-12')).toContain('Jan 2025')
    expect(labels('2025-01', '2025-12')).toContain('Jul')
    expect(labels('2015', '2025')).toContain('2020')
    expect(labels('1850', '2025')).toContain('1900')
  })

  test('says a day as a dot, a month as a bar of its days, an open end as a line that goes on', () => {
    const layout = layOutTimeline(
      [event('2025-05-02'), event('2025-05'), event('../2025-06'), event('2025-06/..')],
      view,
    )
    const [dot, month, until, from] = layout?.marks ?? []
    expect(dot).toMatchObject({ isDay: true, isOpenLeft: false, isOpenRight: false })
    expect(month).toMatchObject({ isDay: false, isOpenLeft: false })
    expect((month?.right ?? 0) - (month?.left ?? 0)).toBeGreaterThan(100)
    expect(until).toMatchObject({ isOpenLeft: true, isOpenRight: false })
    expect(from).toMatchObject({ isOpenLeft: false, isOpenRight: true })
  })

  test('tells what was expected and has gone by on the brief’s day, which is marked', () => {
    const layout = layOutTimeline(
      [event('2025-04-28', 'Auction', 'expected'), event('2025-06', 'Vote', 'expected')],
      view,
    )
    expect(layout?.marks.map(({ standing }) => standing)).toEqual(['overdue', 'expected'])
    expect(layout?.day?.date).toBe('2025-05-03')
    expect(
      layOutTimeline([event('2025-04-28', 'Auction', 'expected')], { width: 620, day: null }),
    ).toMatchObject({
      marks: [{ standing: 'expected' }],
      day: null,
    })
  })

  test('is none where no day is known', () => {
    expect(layOutTimeline([event('Y17000')], view)).toBeNull()
    expect(layOutTimeline([event('Y17000'), event('2025')], view)?.leftOut).toBe(1)
  })
})

describe('the drawing of a timeline', () => {
  const drawn = (...events: TimelineEvent[]) => {
    const layout = layOutTimeline(events, view)
    return layout === null ? '' : drawTimeline(layout, { id: 'test', title: 'What <is> next' })
  }

  test('has words for who does not see it, and nothing of a title acts', () => {
    const svg = drawn(event('2025-05-02', 'Talks <on>'), event('2025-06', 'Vote', 'expected'))
    expect(svg).toContain('role="img"')
    expect(svg).toContain('2 events: 1 occurred, 1 expected.')
    expect(svg).toContain('A line marks 3 May 2025.')
    expect(svg).not.toMatch(/<(?:is|on)>|\sstyle=/)
  })

  test('fades what is approximate, dashes what is uncertain, and leaves what is expected hollow', () => {
    expect(drawn(event('2025-05~'))).toContain('url(#test-fade-occurred)')
    expect(drawn(event('2025-05-02?'))).toContain('stroke-dasharray')
    expect(drawn(event('2025-06', 'Vote', 'expected'))).toMatch(
      /<rect class="timeline-expected timeline-hollow"/,
    )
    const plain = drawn(event('2025-05-02'))
    expect(plain).not.toMatch(/fade|dasharray|timeline-hollow/)
  })

  test('says how many of sixty events are in the list alone', () => {
    const layout = layOutTimeline(stressEvents, view)
    expect(layout?.leftOut).toBeGreaterThan(0)
    expect(drawn(...stressEvents)).toContain(`And ${layout?.leftOut} more in the list.`)
  })
})
