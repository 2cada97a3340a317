// What stands where in a library's export, for those who write it and those who read it.
import * as z from 'zod'
import { id, instant, sha256 } from '../../shared/model/v1/fields.ts'
import { collections } from '../library/folders.ts'

/** Folders of the export, with slashes; `data/` has what no person needs to read. */
export const layout = {
  readme: 'README.md',
  originals: 'originals',
  templates: 'templates',
  issued: 'issued',
  manifest: 'data/manifest.json',
  records: 'data/records',
  versions: 'data/versions',
  trash: 'data/trash',
} as const

/** data/manifest.json: what the export is, and what is no record of its own. */
export const exportManifest = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('dispatch-box-export'),
  exportedAt: instant,
  library: z.strictObject({ name: z.string() }),
  /** Each original file under its readable name. */
  originals: z.array(z.strictObject({ file: z.string(), sha256, bytes: z.int().nonnegative() })),
  /** The folder of each issued version, with its files as they were frozen. */
  issued: z.array(z.strictObject({ folder: z.string(), brief: id, version: z.int().positive() })).default([]),
  /** Ids of records that are gone for good, which are never used again. */
  retiredIds: z.array(id),
})

export type ExportManifest = z.infer<typeof exportManifest>

/** One line of a file in data/versions: a record as it was. */
export const exportedVersion = z.strictObject({ at: instant, record: z.unknown() })

/** A file in data/trash: a deleted record. */
export const exportedTrash = z.strictObject({
  collection: z.enum(collections),
  deletedAt: instant.nullable(),
  record: z.unknown(),
})
