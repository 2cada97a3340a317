import fc from 'fast-check'
import { expect, test } from 'vitest'
import { migrate, migrateLibraryFile, newestSchema } from '../../../shared/model/migrate.ts'
import type { Collection } from '../../../shared/model/records.ts'
import { recordSchemas } from '../../../shared/model/records.ts'
import { brief } from '../../../shared/model/v1/brief.ts'
import { event, figure, quote } from '../../../shared/model/v1/evidence.ts'
import { libraryFile as libraryOfFirst } from '../../../shared/model/v1/library.ts'
import { source } from '../../../shared/model/v1/source.ts'
import { libraryFile as libraryOfThird } from '../../../shared/model/v3/library.ts'
import { libraryFile as libraryOfFourth } from '../../../shared/model/v4/library.ts'
import { libraryFile } from '../../../shared/model/v5/library.ts'
import { arbitraryRecord } from '../../main/exchange/arbitrary-library.ts'
import { unsetBrief, unsetEvent, unsetFigure, unsetQuote, unsetSource } from '../../unset-fields.ts'

const first = { sources: source, quotes: quote, figures: figure, events: event, briefs: brief }
const added = {
  sources: unsetSource,
  quotes: unsetQuote,
  figures: unsetFigure,
  events: unsetEvent,
  briefs: unsetBrief,
}
type Before = keyof typeof first

/** A record of today with nothing in it that the first schema could not hold. */
function asFirst(collection: Before, record: object): object {
  const kept = Object.entries(record).filter(([field]) => field in first[collection].shape)
  const kind = collection === 'sources' ? { kind: 'markdown' } : {}
  const status = collection === 'briefs' ? { status: 'draft' } : {}
  return { ...Object.fromEntries(kept), ...kind, ...status, schema: 1 }
}

const ofFirst = arbitraryRecord.filter(({ collection }) => collection !== 'people')

test('every field of the first schema is kept, and what came in since is not invented', () => {
  fc.assert(
    fc.property(ofFirst, ({ collection, record }) => {
      const before = asFirst(collection as Before, record)
      expect(first[collection as Before].safeParse(before).error).toBeUndefined()
      const { status: _, ...ofBrief } = before as { status?: string }
      const fields = collection === 'briefs' ? ofBrief : before
      const after = migrate(collection, before)
      expect(after).toEqual({ ...fields, ...added[collection as Before], schema: newestSchema })
      expect(recordSchemas[collection].safeParse(after).error).toBeUndefined()
      expect(migrate(collection, after)).toEqual(after)
    }),
  )
})

/** A record of today as one of the fourth schema: briefs had no reference. */
function asFourth(record: object): Record<string, unknown> {
  const { reference: _, ...kept } = { ...record, schema: 4 } as Record<string, unknown>
  return kept
}
const sinceFourth = (collection: Collection) => (collection === 'briefs' ? { reference: null } : {})

/** One of the third: sources had no pages, pictures and refused suggestions. */
function asThird(record: object): Record<string, unknown> {
  const {
    pages: _,
    images: __,
    refused: ___,
    ...kept
  } = { ...asFourth(record), schema: 3 } as Record<string, unknown>
  return kept
}
const sinceThird = (collection: Collection) => ({
  ...(collection === 'sources' && { pages: [], images: [], refused: [] }),
  ...sinceFourth(collection),
})

test('what the second schema held is kept, and no event becomes a decision', () => {
  fc.assert(
    fc.property(arbitraryRecord, ({ collection, record }) => {
      const { decision: _, ...before } = { ...asThird(record), schema: 2 } as Record<string, unknown>
      const after = migrate(collection, before)
      expect(after).toEqual({
        ...before,
        ...(collection === 'events' && { decision: null }),
        ...sinceThird(collection),
        schema: newestSchema,
      })
      expect(recordSchemas[collection].safeParse(after).error).toBeUndefined()
    }),
  )
})

test('what the third schema held is kept, and a source has no pages that nobody counted', () => {
  fc.assert(
    fc.property(arbitraryRecord, ({ collection, record }) => {
      const before = asThird(record)
      const after = migrate(collection, before)
      expect(after).toEqual({ ...before, ...sinceThird(collection), schema: newestSchema })
      expect(recordSchemas[collection].safeParse(after).error).toBeUndefined()
    }),
  )
})

test('what the fourth schema held is kept, and a brief has no reference that nobody gave it', () => {
  fc.assert(
    fc.property(arbitraryRecord, ({ collection, record }) => {
      const before = asFourth(record)
      const after = migrate(collection, before)
      expect(after).toEqual({ ...before, ...sinceFourth(collection), schema: newestSchema })
      expect(recordSchemas[collection].safeParse(after).error).toBeUndefined()
    }),
  )
})

test.each([null, 'text', 7, [], {}, { schema: 'one' }, { schema: 99 }])(
  '%j is given back as it is',
  stored => {
    expect(migrate('briefs' satisfies Collection, stored)).toBe(stored)
  },
)

test('library.json of the first schema is a plain library’s of the newest', () => {
  const stored = libraryOfFirst.parse({
    schema: 1,
    id: '5b0e8f8e-6a53-4b66-9d5a-0a4a6a2f9d11',
    name: 'Library',
  })
  const after = migrateLibraryFile(stored)
  expect(libraryFile.parse(after)).toEqual({ ...stored, schema: 5, keys: null, settings: { checks: {} } })
})

test('library.json of the third schema has chosen no checks', () => {
  const stored = libraryOfThird.parse({
    schema: 3,
    id: '6f1f64a8-0a52-4f3c-9d51-3c4dbbbd9a04',
    name: 'Library',
    keys: null,
  })
  const after = migrateLibraryFile(stored)
  expect(libraryFile.parse(after)).toEqual({ ...stored, schema: 5, settings: { checks: {} } })
})

test('library.json of the fourth schema keeps which checks are on', () => {
  const stored = libraryOfFourth.parse({
    schema: 4,
    id: '6f1f64a8-0a52-4f3c-9d51-3c4dbbbd9a04',
    name: 'Library',
    keys: null,
    settings: { checks: { 'link-remote': false } },
  })
  expect(libraryFile.parse(migrateLibraryFile(stored))).toEqual({ ...stored, schema: 5 })
})
