// The records of today's schema: the newest version folder, by name.
import type * as z from 'zod'
import type { anchor } from './v1/fields.ts'
import { brief } from './v5/brief.ts'
import { event, figure, quote } from './v5/evidence.ts'
import { person } from './v5/person.ts'
import { source } from './v5/source.ts'

export type Anchor = z.infer<typeof anchor>
export type Source = z.infer<typeof source>
export type Quote = z.infer<typeof quote>
export type Figure = z.infer<typeof figure>
export type Event = z.infer<typeof event>
export type Person = z.infer<typeof person>
export type Brief = z.infer<typeof brief>

/** The schema of each record, by the folder of the library that holds it. */
export const recordSchemas = {
  sources: source,
  quotes: quote,
  figures: figure,
  events: event,
  people: person,
  briefs: brief,
}

/** Every record type, by the folder of the library that holds it. */
export type RecordTypes = {
  sources: Source
  quotes: Quote
  figures: Figure
  events: Event
  people: Person
  briefs: Brief
}

export type Collection = keyof RecordTypes
export type AnyRecord = RecordTypes[Collection]
/** A record with the folder that holds its kind. */
export type FoundRecord = { [C in Collection]: { collection: C; record: RecordTypes[C] } }[Collection]

export type EvidenceCollection = 'quotes' | 'figures' | 'events'

/** All evidence of a library, as lists. */
export type Evidence = { quotes: readonly Quote[]; figures: readonly Figure[]; events: readonly Event[] }

/** A record of today's schema; throws a ZodError where it does not fit. */
export function validRecord<C extends Collection>(collection: C, record: unknown): RecordTypes[C] {
  return recordSchemas[collection].parse(record) as RecordTypes[C]
}
