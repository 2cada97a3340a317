import * as z from 'zod'
import { line } from '../v1/fields.ts'
import { libraryKeys } from '../v2/library.ts'

/** What a library has chosen for itself. */
export const librarySettings = z.strictObject({
  /**
   * Checks that are on or off in it, by the name of their rule, before what a template says. Names of rules that this
   * version does not have are kept.
   */
  checks: z.record(line, z.boolean()),
})

/** library.json of every library with settings, and keys.json, a sealed one's copy of it. */
export const libraryFile = z.strictObject({
  schema: z.literal(4),
  id: z.uuid(),
  name: line,
  /** Null for a library without a passphrase. */
  keys: libraryKeys.nullable(),
  settings: librarySettings,
})
