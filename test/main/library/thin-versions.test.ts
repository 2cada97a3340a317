import fc from 'fast-check'
import { expect, test } from 'vitest'
import { versionsToThin } from '../../../main/library/thin-versions.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour
const now = Date.UTC(2025, 4, 3, 10)
const left = (times: number[], at = now) => {
  const gone = new Set(versionsToThin(times, at))
  return times.filter(time => !gone.has(time))
}

test('all versions of the last day stay', () => {
  const times = Array.from({ length: 200 }, (_, index) => now - index * 5 * 60 * 1000)
  expect(versionsToThin(times, now)).toEqual([])
})

test('of the last week one an hour stays, of three months one a day, and then one a week', () => {
  const every = (span: number, from: number, to: number) => {
    const times: number[] = []
    for (let time = now - to; time < now - from; time += span) times.push(time)
    return times
  }
  const perHour = left(every(hour / 6, 2 * day, 3 * day)).length
  const perDay = left(every(hour, 10 * day, 20 * day)).length
  const perWeek = left(every(day, 100 * day, 170 * day)).length
  expect(perHour).toBeGreaterThanOrEqual(24)
  expect(perHour).toBeLessThanOrEqual(26)
  expect(perDay).toBeGreaterThanOrEqual(10)
  expect(perDay).toBeLessThanOrEqual(12)
  expect(perWeek).toBeGreaterThanOrEqual(10)
  expect(perWeek).toBeLessThanOrEqual(12)
})

const someTimes = fc.uniqueArray(fc.integer({ min: now - 800 * day, max: now + 30 * day }), { maxLength: 60 })

test('the oldest and the newest always stay, and thinning twice is thinning once', () => {
  fc.assert(
    fc.property(someTimes, times => {
      const kept = left(times)
      if (times.length === 0) return
      expect(kept).toContain(Math.min(...times))
      expect(kept).toContain(Math.max(...times))
      expect(versionsToThin(kept, now)).toEqual([])
    }),
  )
})

test('thinning as time goes by keeps no more than thinning at the end, by at most one a span', () => {
  fc.assert(
    fc.property(someTimes, times => {
      const stepwise = left(left(left(times, now), now + 3 * day), now + 200 * day)
      const atOnce = left(times, now + 200 * day)
      expect(Math.abs(stepwise.length - atOnce.length)).toBeLessThanOrEqual(2)
    }),
  )
})
