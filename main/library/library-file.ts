// library.json: what the library is, as distinct from what it holds.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Low } from 'lowdb'
import type * as z from 'zod'
import { libraryFile } from '../../shared/model/v1/library.ts'
import { DurableFile } from './durable-file.ts'
import { libraryFileName } from './folders.ts'
import { type ReadProblem, readProblem, refuseNewer } from './read-problem.ts'

type LibraryFile = z.infer<typeof libraryFile>

/** What library.json says; the name is null where there is none, or none that can be read. */
export async function readLibraryFile(folder: string): Promise<{
  path: string
  name: string | null
  problem: ReadProblem | null
}> {
  const path = join(folder, libraryFileName)
  const adapter = new DurableFile<LibraryFile>(
    path,
    stored => {
      refuseNewer(stored, 1)
      return libraryFile.parse(stored)
    },
    null,
  )
  try {
    const stored = await adapter.read()
    return { path, name: stored?.name ?? null, problem: null }
  } catch (error) {
    return { path, name: null, problem: readProblem(error) }
  }
}

export async function writeLibraryFile(path: string, name: string): Promise<void> {
  const fresh = { schema: 1 as const, id: randomUUID(), name }
  await new Low(new DurableFile<LibraryFile>(path, stored => libraryFile.parse(stored), null), fresh).write()
}
