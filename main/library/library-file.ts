// library.json: what the library is, as distinct from what it holds; and keys.json, the copy of a sealed library's.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Low } from 'lowdb'
import type * as z from 'zod'
import { migrateLibraryFile, newestLibrarySchema } from '../../shared/model/migrate.ts'
import type { librarySettings } from '../../shared/model/v4/library.ts'
import { libraryFile } from '../../shared/model/v5/library.ts'
import { DurableFile, previousOf, writeDurably } from './durable-file.ts'
import { keysFileName, libraryFileName } from './folders.ts'
import type { SealedLibraryFile } from './library-keys.ts'
import { type ReadProblem, readProblem, refuseNewer } from './read-problem.ts'

export type LibraryFile = z.infer<typeof libraryFile>
export type LibrarySettings = z.infer<typeof librarySettings>

const noSettings: LibrarySettings = { checks: {} }

/** What library.json says of a library. */
export type LibraryDescriptionFile = {
  path: string
  /** Null where there is no library.json, or none that can be read; so are the next two. */
  id: string | null
  name: string | null
  /** The schema that it is stored with. */
  schema: number | null
  problem: ReadProblem | null
  /** Those of a library that has chosen nothing, where there is no library.json, or none that can be read. */
  settings: LibrarySettings
  /** Null for a plain library. */
  sealed: SealedLibraryFile | null
}

/**
 * What library.json says. Without its keys a sealed library is lost, so they are looked for in its copy and in what its
 * last save replaced as well; and a sealed library never passes for a plain one.
 */
export async function readLibraryFile(folder: string): Promise<LibraryDescriptionFile> {
  const path = join(folder, libraryFileName)
  const { file, schema, problem } = await read(path)
  const said = (found: LibraryFile | null, stored: number | null): LibraryDescriptionFile => ({
    path,
    id: found?.id ?? null,
    name: found?.name ?? null,
    schema: stored,
    problem,
    settings: found?.settings ?? noSettings,
    sealed: sealedOf(found),
  })
  if (sealedOf(file)) return said(file, schema)
  if (problem && problem.kind !== 'damaged') return said(null, null)
  for (const copy of [join(folder, keysFileName), previousOf(path)]) {
    const kept = await read(copy)
    if (sealedOf(kept.file)) return said(kept.file, kept.schema)
  }
  return said(file, schema)
}

function sealedOf(file: LibraryFile | null): SealedLibraryFile | null {
  return file?.keys ? { ...file, keys: file.keys } : null
}

async function read(
  path: string,
): Promise<{ file: LibraryFile | null; schema: number | null; problem: ReadProblem | null }> {
  let schema: number | null = null
  const parse = (stored: unknown) => {
    refuseNewer(stored, newestLibrarySchema)
    const file = libraryFile.parse(migrateLibraryFile(stored))
    schema = (stored as { schema: number }).schema
    return file
  }
  try {
    return { file: await new DurableFile(path, parse, null).read(), schema, problem: null }
  } catch (error) {
    return { file: null, schema: null, problem: readProblem(error) }
  }
}

export async function writeLibraryFile(path: string, name: string): Promise<void> {
  const fresh = plainLibraryFileOf({ id: randomUUID(), name })
  await new Low(new DurableFile(path, stored => libraryFile.parse(stored), null), fresh).write()
}

/** Writes library.json anew, and the copy of its keys where it has any. */
export async function writeLibraryFiles(folder: string, file: LibraryFile): Promise<void> {
  await writeDurably(join(folder, libraryFileName), bytesOf(file))
  const sealed = sealedOf(file)
  if (sealed) await keepLibraryKeys(folder, sealed)
}

/** What a plain library's library.json says. */
export function plainLibraryFileOf({
  id,
  name,
  settings = noSettings,
}: Pick<LibraryFile, 'id' | 'name'> & { settings?: LibrarySettings }): LibraryFile {
  return { schema: newestLibrarySchema, id, name, keys: null, settings }
}

/** Puts the keys where they are not as library.json has them: in library.json itself, and in its copy. */
export async function keepLibraryKeys(folder: string, sealed: SealedLibraryFile): Promise<void> {
  for (const path of [join(folder, libraryFileName), join(folder, keysFileName)]) {
    const { file } = await read(path)
    if (!isDeepStrictEqual(file, sealed)) await writeDurably(path, bytesOf(sealed))
  }
}

/** The same after the passphrase was changed, and nothing that the old one opens stays beside it. */
export async function replaceLibraryKeys(folder: string, sealed: SealedLibraryFile): Promise<void> {
  const paths = [join(folder, libraryFileName), join(folder, keysFileName)]
  for (const path of [...paths, ...paths.map(previousOf)]) await writeDurably(path, bytesOf(sealed))
}

/** A description as it stands in its file. */
export function bytesOf(file: LibraryFile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
}
