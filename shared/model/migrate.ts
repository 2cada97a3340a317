// From each stored schema to the next: pure, and no field is lost on the way.
import type { Collection } from './records.ts'

/** The schema that this version of the app writes. */
export const newestSchema = 5

/** The schema of library.json that this version of the app writes. */
export const newestLibrarySchema = 5

type Stored = Record<string, unknown>
type Migration = (collection: Collection, stored: Stored) => Stored

/** By the schema that they begin from. */
const migrations: Record<number, Migration> = { 1: fromFirst, 2: fromSecond, 3: fromThird, 4: fromFourth }

/** A stored record as the newest schema has it; what is no record of a known schema is given back as it is. */
export function migrate(collection: Collection, stored: unknown): unknown {
  let record = stored
  for (;;) {
    const schema = (record as { schema?: unknown } | null)?.schema
    const migration = typeof schema === 'number' ? migrations[schema] : undefined
    if (!migration) return record
    record = migration(collection, record as Stored)
  }
}

/**
 * What library.json says, as the newest schema has it. The first was a plain library's, the second a sealed one's, the
 * third of either, none of which had settings; the fourth is the fifth under another number.
 */
export function migrateLibraryFile(stored: unknown): unknown {
  const schema = (stored as { schema?: unknown } | null)?.schema
  if (typeof schema !== 'number' || ![1, 2, 3, 4].includes(schema)) return stored
  return {
    ...(stored as Stored),
    ...(schema === 1 && { keys: null }),
    schema: newestLibrarySchema,
    ...(schema < 4 && { settings: { checks: {} } }),
  }
}

/** Markings, people, languages and translations, series, answers and issued versions came in. */
function fromFirst(collection: Collection, stored: Stored): Stored {
  const record = { ...stored, schema: 2 }
  switch (collection) {
    case 'sources':
      return { ...record, marking: null, textCorrectedAt: null }
    case 'events':
      return { ...record, marking: null }
    case 'quotes':
      return { ...record, person: null, language: null, translation: null, marking: null }
    case 'figures':
      return { ...record, series: null, marking: null }
    case 'briefs': {
      // Every brief was a draft; that it was issued is told by its versions now.
      const { status: _, ...brief } = record as Stored & { status?: unknown }
      return { ...brief, answers: [], issues: [] }
    }
    case 'people':
      return record
  }
}

/** An event may be a decision on a brief. */
function fromSecond(collection: Collection, stored: Stored): Stored {
  const record = { ...stored, schema: 3 }
  return collection === 'events' ? { ...record, decision: null } : record
}

/** Sources have pages, pictures and refused suggestions. */
function fromThird(collection: Collection, stored: Stored): Stored {
  const record = { ...stored, schema: 4 }
  return collection === 'sources' ? { ...record, pages: [], images: [], refused: [] } : record
}

/** Briefs have a reference. */
function fromFourth(collection: Collection, stored: Stored): Stored {
  const record = { ...stored, schema: 5 }
  return collection === 'briefs' ? { ...record, reference: null } : record
}
