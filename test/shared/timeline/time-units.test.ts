import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth } from '../../../shared/charts/text-width.ts'
import { dateStyles } from '../../../shared/dates/date-styles.ts'
import { tickSize } from '../../../shared/timeline/time-axis.ts'
import { startsOf, timeUnits } from '../../../shared/timeline/time-units.ts'
import { axisUnits, unitTicks } from '../../../shared/timeline/unit-axis.ts'

const british = dateStyles['en-GB']

const moment = fc
  .date({ min: new Date('0100-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
  .map(Number)

describe('a unit of time', () => {
  test('has each moment between its beginning and the next one’s', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(timeUnits)), moment, (unit, at) => {
        const start = unit.start(at)
        expect(start).toBeLessThanOrEqual(at)
        expect(unit.next(start)).toBeGreaterThan(at)
        expect(unit.start(start)).toBe(start)
        expect(unit.start(unit.next(start))).toBe(unit.next(start))
      }),
    )
  })

  test('is named as one says it', () => {
    const start = Date.UTC(2025, 4, 5)
    const said = (name: keyof typeof timeUnits, style = british) => {
      const unit = timeUnits[name]
      return [unit.label(unit.start(start), style), unit.name(unit.start(start), style)]
    }
    expect(said('hour')).toEqual(['00:00', '5 May 2025, 00:00'])
    expect(said('day')).toEqual(['Mon 5', '5 May 2025'])
    expect(said('week')).toEqual(['5', 'the week of 5 May 2025'])
    expect(said('month')).toEqual(['May', 'May 2025'])
    expect(said('quarter')).toEqual(['Q2', 'Q2 2025'])
    expect(said('year')).toEqual(['2025', '2025'])
    expect(said('decade')).toEqual(['2020s', '2020s'])
    expect(said('century')).toEqual(['2000–2099', '2000–2099'])
    expect(said('hour', dateStyles['en-US'])).toEqual(['00:00', 'May 5, 2025, 00:00'])
    expect(said('day', dateStyles['de-DE'])).toEqual(['Mo 5', '5. Mai 2025'])
    expect(said('month', dateStyles['fr-FR'])).toEqual(['mai', 'mai 2025'])
    expect(said('month', dateStyles['ja-JP'])).toEqual(['5月', '2025年5月'])
    expect(said('month', dateStyles.iso)).toEqual(['05', '2025-05'])
  })

  test('begins a leap year’s months where they begin', () => {
    const starts = startsOf(timeUnits.month, Date.UTC(2024, 0, 15), Date.UTC(2024, 3, 1))
    expect(starts.map(start => new Date(start).toISOString().slice(0, 10))).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-03-01',
    ])
  })
})

describe('the axis of a timeline that is zoomed', () => {
  const axis = fc.record({
    origin: fc.constant(Date.UTC(2025, 0, 1)),
    rate: fc.integer({ min: -32, max: -15 }).map(step => 2 ** step),
    left: fc.integer({ min: -4000, max: 4000 }),
    width: fc.integer({ min: 300, max: 2000 }),
  })

  test('goes from centuries to hours', () => {
    const year = timeUnits.year.length
    expect(axisUnits(1000 / (300 * year))).toEqual({ fine: 'century', coarse: null })
    expect(axisUnits(1000 / (30 * year)).fine).toBe('decade')
    expect(axisUnits(1000 / (10 * year))).toEqual({ fine: 'year', coarse: 'decade' })
    expect(axisUnits(1000 / year)).toEqual({ fine: 'month', coarse: 'year' })
    expect(axisUnits(1000 / timeUnits.month.length / 0.6)).toEqual({ fine: 'day', coarse: 'month' })
    expect(axisUnits(1000 / timeUnits.day.length)).toEqual({ fine: 'threeHours', coarse: 'day' })
  })

  test('has labels that do not touch, in each of its rows', () => {
    fc.assert(
      fc.property(axis, fc.constantFrom(...Object.values(dateStyles)), (window, style) => {
        const { fine, coarse } = axisUnits(window.rate)
        const rows = [
          unitTicks(fine, 'label', window, style),
          coarse ? unitTicks(coarse, 'name', window, style) : [],
        ]
        for (const row of rows) {
          let end = Number.NEGATIVE_INFINITY
          for (const { label, labelAt } of row.filter(tick => tick.label !== '')) {
            expect(labelAt).toBeGreaterThan(end)
            end = labelAt + textWidth(label, tickSize)
          }
        }
      }),
    )
  })

  test('keeps the name of what began before the left edge in sight', () => {
    const window = { origin: Date.UTC(2025, 4, 10), rate: 50 / timeUnits.day.length, left: 0, width: 500 }
    const [first] = unitTicks('month', 'name', window, british)
    expect(first?.label).toBe('May 2025')
    expect(first?.at).toBe(-450)
    expect(first?.labelAt).toBeGreaterThan(0)
  })
})
