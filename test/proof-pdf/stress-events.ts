// Sixty events of every kind of date, close and far from one another, for a timeline that goes over the end of a page.
import type { Event } from '../../shared/model/records.ts'
import { unsetEvent } from '../unset-fields.ts'

const dates = [
  (month: string) => `2025-${month}-12`,
  (month: string) => `2025-${month}`,
  (month: string) => `2025-${month}-03/2025-${month}-19`,
  (month: string) => `2025-${month}~`,
  (month: string) => `2025-${month}-21?`,
  (month: string) => `../2025-${month}`,
  (month: string) => `2025-${month}/..`,
  () => '2025-22',
  (month: string) => `2025-${month}-XX`,
  (month: string) => `2025-${month}-27%`,
]

const titles = [
  'Talks go on',
  'The committee hears the ministry on what it means to do with the bonds that it holds',
  'A vote',
  '日銀の金融政策決定会合',
  'The budget goes to the upper house, where the government has no majority of its own',
]

export const stressEvents: readonly Event[] = Array.from({ length: 60 }, (_, index) => {
  const month = String((index % 12) + 1).padStart(2, '0')
  const at = '2025-05-03T09:00:00.000Z'
  return {
    schema: 5,
    id: `event-${index + 1}`,
    createdAt: at,
    updatedAt: at,
    tags: ['wall'],
    title: `${titles[index % titles.length]}, ${index + 1}`,
    when: dates[index % dates.length]?.(month) ?? '2025',
    status: index % 3 === 0 ? 'expected' : 'occurred',
    participants: index % 4 === 0 ? ['Katsunobu Kato', 'Scott Bessent'] : [],
    place: index % 7 === 0 ? 'Washington' : null,
    ...unsetEvent,
    anchor: null,
  }
})
