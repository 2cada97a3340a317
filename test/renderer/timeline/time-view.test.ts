import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { around, moveView, viewAt, wholeView, zoomView } from '../../../renderer/timeline/time-view.ts'
import { dayLength, eventTime } from '../../../shared/timeline/event-time.ts'

const now = Date.UTC(2025, 4, 3, 12)
const timeOf = (when: string) => {
  const time = eventTime(when)
  if (!time) throw new Error(`${when} has no known day.`)
  return time
}
const limits = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2025, 0, 1) }

describe('the time in sight', () => {
  test('is all there is with room around it, and the days around today where there is nothing', () => {
    const { from, to } = wholeView([timeOf('2025-03'), timeOf('2025-06-30')], now)
    expect(from).toBeLessThan(Date.UTC(2025, 2, 1))
    expect(to).toBeGreaterThan(Date.UTC(2025, 6, 1))
    const empty = wholeView([], now)
    expect(empty.from).toBeLessThan(now - 10 * dayLength)
    expect(empty.to).toBeGreaterThan(now + 10 * dayLength)
  })

  test('keeps what is under the pointer where it is while it is zoomed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (factor, share) => {
          const view = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2012, 0, 1) }
          const zoomed = zoomView(view, factor, share, limits)
          const under = (each: typeof view) => each.from + (each.to - each.from) * share
          expect(Math.abs(under(zoomed) - under(view))).toBeLessThan(2)
        },
      ),
    )
  })

  test('is never shorter than half a day, and never much longer than all there is', () => {
    const view = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2012, 0, 1) }
    const near = zoomView(view, 1e-9, 0.5, limits)
    expect(near.to - near.from).toBe(dayLength / 2)
    const far = zoomView(view, 1e9, 0.5, limits)
    expect(far.to - far.from).toBeLessThan((limits.to - limits.from) * 1.3)
  })

  test('shows something of what there is, however far one moves', () => {
    const view = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2012, 0, 1) }
    for (const share of [-100, 100]) {
      const { from, to } = moveView(view, share, limits)
      expect(to - from).toBe(view.to - view.from)
      expect((from + to) / 2).toBeGreaterThanOrEqual(limits.from)
      expect((from + to) / 2).toBeLessThanOrEqual(limits.to)
    }
    const moved = viewAt(view, Date.UTC(2020, 5, 1), 0.25, limits)
    expect(moved.from + (moved.to - moved.from) * 0.25).toBe(Date.UTC(2020, 5, 1))
  })

  test('has room around a time that is as short as it is wanted', () => {
    const { from, to } = around({ from: Date.UTC(2025, 4, 1), to: Date.UTC(2025, 4, 2) }, 0)
    expect(to - from).toBeLessThan(2 * dayLength)
    expect(from).toBeLessThan(Date.UTC(2025, 4, 1))
  })
})
