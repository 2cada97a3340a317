// The libraries that were opened before, remembered outside of them: a folder that is gone must not look like a first start.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { writeDurably } from './durable-file.ts'
import { libraryFileName } from './folders.ts'

const stored = z.object({ folders: z.array(z.string()) })

/** Whether a library that was there before is there no more. `file` is where the known folders are kept. */
export async function isLibraryGone(file: string, folder: string): Promise<boolean> {
  if (!(await knownFolders(file)).includes(folder)) return false
  return (await stat(join(folder, libraryFileName)).catch(() => null)) === null
}

/** Remembers an opened library. A failure is no reason to disturb anybody: it is remembered the next time. */
export async function rememberLibrary(file: string, folder: string): Promise<void> {
  const folders = await knownFolders(file)
  if (folders.includes(folder)) return
  const bytes = new TextEncoder().encode(JSON.stringify({ folders: [...folders, folder] }))
  await writeDurably(file, bytes).catch(() => undefined)
}

async function knownFolders(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  try {
    return stored.parse(JSON.parse(text)).folders
  } catch {
    return []
  }
}
