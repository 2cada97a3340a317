import type { Person, Quote } from '../../../shared/model/records.ts'
import { unsetQuote } from '../../unset-fields.ts'

const recordFields = (id: string) => ({
  schema: 5 as const,
  id,
  createdAt: '2025-05-03T09:00:00.000Z',
  updatedAt: '2025-05-03T09:00:00.000Z',
  tags: [],
})

export function aPerson(id: string, name: string, fields: Partial<Person> = {}): Person {
  return {
    ...recordFields(id),
    name,
    aliases: [],
    kind: 'person',
    role: null,
    organisation: null,
    ...fields,
  }
}

export function aQuote(id: string, fields: Partial<Quote> = {}): Quote {
  return {
    ...recordFields(id),
    text: 'It does exist as an option.',
    speaker: 'Katsunobu Kato',
    role: null,
    organisation: null,
    cue: null,
    saidOn: null,
    kind: 'opinion',
    ...unsetQuote,
    anchor: null,
    ...fields,
  }
}
