import { expect, test } from 'vitest'
import { holidayIn } from '../../../shared/dates/holidays.ts'

test.each([
  ['Easter', 2024, '2024-03-31'],
  ['Easter Monday', 2025, '2025-04-21'],
  ['Good Friday', 2019, '2019-04-19'],
  ['Thanksgiving', 2023, '2023-11-23'],
  ['Black Friday', 2019, '2019-11-29'],
  ['Labor Day', 2025, '2025-09-01'],
  ['Memorial Day', 2026, '2026-05-25'],
  ['New Year’s Eve', 2020, '2020-12-31'],
])('%s of %i is %s', (name, year, day) => {
  expect(holidayIn(name, year)?.toString()).toBe(day)
})

test('a day without a name of its own is none', () => {
  expect(holidayIn('Market Day', 2025)).toBeNull()
})
