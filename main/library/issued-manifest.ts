// What vouches for an issued version: the SHA-256 of each of its files, and of the list of those.
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Brief } from '../../shared/model/records.ts'
import { id, instant, sha256 } from '../../shared/model/v1/fields.ts'
import { parseJson } from './durable-file.ts'

/** A version as a brief's record names it. */
export type Issue = Brief['issues'][number]

/** The files of a version by their names; of one that is read, its manifest too. */
export type IssuedFiles = ReadonlyMap<string, Uint8Array>

export const manifestName = 'manifest.json'

/** Gives a file of a version by its name; null where there is none. */
export type FileOf = (name: string) => Promise<Uint8Array | null>

/** What manifest.json says of the other files of its folder. */
const manifestSchema = z.strictObject({
  schema: z.literal(1),
  brief: id,
  version: z.int().positive(),
  at: instant,
  files: z.record(
    // A picture has its SHA-256 for a name.
    z.string().regex(/^(?:[a-z-]+|[0-9a-f]{64})\.[a-z]+$/),
    z.strictObject({ sha256, bytes: z.int().nonnegative() }),
  ),
})

/** The bytes of manifest.json: the same of the same files. */
export function manifestOf(brief: string, version: number, at: string, files: IssuedFiles): Uint8Array {
  const listed = [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, bytes]) => [name, { sha256: sumOf(bytes), bytes: bytes.length }])
  const manifest = { schema: 1, brief, version, at, files: Object.fromEntries(listed) }
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
}

/** What was frozen is not there as it was; the message is a sentence without its end. */
export class NotAsFrozen extends Error {}

/**
 * The files of a version, each compared with its manifest. `manifest` is the SHA-256 that this must have; where that is
 * not known, it must be about that version of that brief. Rejects with NotAsFrozen where they do not agree.
 */
export async function asFrozen(
  manifest: string | null,
  brief: string,
  version: number,
  fileOf: FileOf,
): Promise<{ issue: Issue; files: IssuedFiles }> {
  const read = async (name: string) => {
    const bytes = await fileOf(name)
    if (bytes === null) throw new NotAsFrozen(`${name} is missing`)
    return bytes
  }
  const bytes = await read(manifestName)
  const listed = manifestSchema.safeParse(readOrNull(bytes))
  const isIt =
    manifest === null
      ? listed.data?.brief === brief && listed.data.version === version
      : sumOf(bytes) === manifest
  if (!isIt || !listed.data) throw new NotAsFrozen(`${manifestName} is not what was frozen`)
  const files = new Map([[manifestName, bytes]])
  for (const [name, { sha256 }] of Object.entries(listed.data.files)) {
    const content = await read(name)
    if (sumOf(content) !== sha256) throw new NotAsFrozen(`${name} is not what was frozen`)
    files.set(name, content)
  }
  return { issue: { version, at: listed.data.at, manifest: sumOf(bytes) }, files }
}

function readOrNull(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch {
    return null
  }
}

export function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
