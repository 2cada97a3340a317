// What a person set for the app on this machine, kept outside of every library.
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, isAbsolute } from 'node:path'
import * as z from 'zod'
import { absent, replaceDurably } from './durable-file.ts'

const stored = z.object({
  schema: z.literal(1),
  /** Where automatic backups go; null for the app's own folder. */
  backupFolder: z.string().max(4000).refine(isAbsolute).nullable(),
  /** Other folders where backups went before, and may still be. */
  pastBackupFolders: z.array(z.string().max(4000).refine(isAbsolute)).optional(),
  /** See `readPreferences`. */
  preferences: z.unknown().optional(),
})

export type AppSettings = Omit<z.infer<typeof stored>, 'schema'>

const usual: AppSettings = { backupFolder: null }

/**
 * The settings in a file, or the usual ones where there is none. Never rejects: where the file cannot be used, `problem`
 * says so and the usual ones hold.
 */
export async function readAppSettings(
  file: string,
): Promise<{ settings: AppSettings; problem: string | null }> {
  try {
    const text = await readFile(file, 'utf8').catch(absent)
    if (text === null) return { settings: usual, problem: null }
    const { schema: _, ...settings } = stored.parse(JSON.parse(text))
    return { settings, problem: null }
  } catch {
    const problem = `The settings in ${file} cannot be read, so the usual ones hold until you choose again.`
    return { settings: usual, problem }
  }
}

/** Keeps settings for good; what the file held before stays beside it. Rejects where the disk refuses. */
export async function writeAppSettings(file: string, settings: AppSettings): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await replaceDurably(file, new TextEncoder().encode(JSON.stringify({ schema: 1, ...settings }, null, 2)))
}
