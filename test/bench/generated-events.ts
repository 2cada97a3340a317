// Events of any number over a quarter of a century, the same at every run: close in some weeks and far apart in others, and as
// precise as what people write.
import type { Event } from '../../shared/model/records.ts'
import { unsetEvent } from '../unset-fields.ts'
import { randomFrom } from './random.ts'

const subjects = [
  'The ministry',
  'The central bank',
  'The committee',
  'Parliament',
  'The commission',
  'The court',
]
const verbs = ['publishes', 'debates', 'rejects', 'confirms', 'delays', 'announces', 'reviews']
const objects = [
  'its budget',
  'the trade deal',
  'the tariff schedule',
  'its rate decision',
  'the report on holdings',
]
const tags = ['trade', 'budget', 'rates', 'court']

const firstYear = 2001
const years = 25

export function generatedEvents(count: number): Event[] {
  const random = randomFrom(11)
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  return Array.from({ length: count }, (_, index) => {
    // Three of four in some hundred busy weeks.
    const share = random() < 0.75 ? (Math.floor(random() * 100) + random() * 0.06) / 100 : random()
    const day = new Date(Date.UTC(firstYear, 0, 1) + share * years * 365.25 * 86_400_000)
    const date = day.toISOString().slice(0, 10)
    const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString()
    return {
      schema: 5,
      id: `event-${index}`,
      createdAt: at,
      updatedAt: at,
      tags: [one(tags)],
      title: `${one(subjects)} ${one(verbs)} ${one(objects)}, ${index}`,
      when: when(date, random()),
      status: date > '2025-05-03' || random() < 0.02 ? 'expected' : 'occurred',
      participants: random() < 0.2 ? ['Katsunobu Kato'] : [],
      place: null,
      ...unsetEvent,
      anchor: null,
    }
  })
}

function when(date: string, kind: number): string {
  const [month, year] = [date.slice(0, 7), date.slice(0, 4)]
  if (kind < 0.8) return date
  if (kind < 0.86) return month
  if (kind < 0.88) return year
  if (kind < 0.9) return `${date}~`
  if (kind < 0.92) return `${month}~`
  if (kind < 0.94) return `${date}?`
  if (kind < 0.96) return `../${month}`
  if (kind < 0.97) return `${date}/..`
  return `${date}/${year}-12-31`
}
