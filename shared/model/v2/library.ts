import * as z from 'zod'
import { line } from '../v1/fields.ts'

const bytes = z.base64().min(1).max(1000)

/**
 * How the key of a sealed library is kept: never bare, but sealed with a key made of the passphrase by Argon2id
 * (RFC 9106), and again with the recovery key. Bytes are in Base64.
 */
export const libraryKeys = z.strictObject({
  argon2id: z.strictObject({
    memoryKiB: z.int().positive(),
    passes: z.int().positive(),
    lanes: z.int().positive(),
    salt: bytes,
  }),
  byPassphrase: bytes,
  byRecoveryKey: bytes,
  /** Nothing at all, sealed: tells whether a key is this library's. */
  check: bytes,
})

/** library.json of a sealed library, and keys.json, its copy. A plain library stays with schema 1. */
export const sealedLibraryFile = z.strictObject({
  schema: z.literal(2),
  id: z.uuid(),
  name: line,
  keys: libraryKeys,
})
