// library.json: what the library is, as distinct from what it holds; and keys.json, the copy of a sealed library's.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Low } from 'lowdb'
import type * as z from 'zod'
import { libraryFile } from '../../shared/model/v1/library.ts'
import { sealedLibraryFile } from '../../shared/model/v2/library.ts'
import { DurableFile, previousOf, writeDurably } from './durable-file.ts'
import { keysFileName, libraryFileName } from './folders.ts'
import type { SealedLibraryFile } from './library-keys.ts'
import { type ReadProblem, readProblem, refuseNewer } from './read-problem.ts'

type PlainLibraryFile = z.infer<typeof libraryFile>

/** What library.json says of a library. */
export type LibraryDescriptionFile = {
  path: string
  /** Both null where there is no library.json, or none that can be read. */
  id: string | null
  name: string | null
  problem: ReadProblem | null
  /** Null for a plain library. */
  sealed: SealedLibraryFile | null
}

/**
 * What library.json says. Without its keys a sealed library is lost, so they are looked for in its copy and in what its
 * last save replaced as well; and a sealed library never passes for a plain one.
 */
export async function readLibraryFile(folder: string): Promise<LibraryDescriptionFile> {
  const path = join(folder, libraryFileName)
  const { file, problem } = await read(path)
  if (file?.schema === 2) return { path, id: file.id, name: file.name, problem, sealed: file }
  if (problem && problem.kind !== 'damaged') return { path, id: null, name: null, problem, sealed: null }
  for (const copy of [join(folder, keysFileName), previousOf(path)]) {
    const { file: kept } = await read(copy)
    if (kept?.schema === 2) return { path, id: kept.id, name: kept.name, problem, sealed: kept }
  }
  return { path, id: file?.id ?? null, name: file?.name ?? null, problem, sealed: null }
}

async function read(
  path: string,
): Promise<{ file: PlainLibraryFile | SealedLibraryFile | null; problem: ReadProblem | null }> {
  const parse = (stored: unknown) => {
    refuseNewer(stored, 2)
    const isSealed = (stored as { schema?: unknown } | null)?.schema === 2
    return (isSealed ? sealedLibraryFile : libraryFile).parse(stored)
  }
  try {
    return { file: await new DurableFile(path, parse, null).read(), problem: null }
  } catch (error) {
    return { file: null, problem: readProblem(error) }
  }
}

export async function writeLibraryFile(path: string, name: string): Promise<void> {
  const fresh: PlainLibraryFile = { schema: 1, id: randomUUID(), name }
  await new Low(new DurableFile(path, stored => libraryFile.parse(stored), null), fresh).write()
}

/** A plain library's library.json, with an id of its own. */
export function plainLibraryFileOf({ id, name }: { id: string; name: string }): Uint8Array {
  return bytesOf({ schema: 1, id, name } satisfies PlainLibraryFile)
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
export function bytesOf(file: PlainLibraryFile | SealedLibraryFile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
}
