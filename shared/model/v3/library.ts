import * as z from 'zod'
import { line } from '../v1/fields.ts'
import { libraryKeys } from '../v2/library.ts'

/** library.json of every library whose records may have schema 2, and keys.json, a sealed one's copy of it. */
export const libraryFile = z.strictObject({
  schema: z.literal(3),
  id: z.uuid(),
  name: line,
  /** Null for a library without a passphrase. */
  keys: libraryKeys.nullable(),
})
