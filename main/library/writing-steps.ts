// The steps that can be undone in briefs, from one session to the next of the same day: sealed as all words of a library are.
// They may be deleted at any time.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { parseJson } from './durable-file.ts'
import { stepsFolder } from './folders.ts'
import { type Seal, sealContext } from './seal.ts'

const stored = z.strictObject({ schema: z.literal(1), day: z.string(), steps: z.string() })

export type WritingSteps = ReturnType<typeof openWritingSteps>

/** @param writing does what writes, or refuses to */
export function openWritingSteps(
  library: string,
  seal: Seal,
  writing: <T>(work: () => Promise<T>) => Promise<T>,
) {
  const folder = join(library, stepsFolder)
  const pathOf = (id: string) => join(folder, `${seal.nameOf(id)}.json`)

  async function read(id: string): Promise<z.infer<typeof stored> | null> {
    const bytes = await readFile(pathOf(id)).catch(() => null)
    if (bytes === null) return null
    try {
      return stored.parse(parseJson(seal.open(bytes, sealContext.steps(id))))
    } catch {
      return null
    }
  }

  return {
    /** Keeps what the window says of a brief's steps, of a day in the calendar; not flushed, since the text itself is safe. */
    keep: (id: string, day: string, steps: string): Promise<void> =>
      writing(async () => {
        const bytes = new TextEncoder().encode(JSON.stringify({ schema: 1, day, steps }))
        await mkdir(folder, { recursive: true })
        await writeFile(pathOf(id), seal.seal(bytes, sealContext.steps(id)))
      }),

    /** What was kept of a brief on that day; null where nothing was, or it is damaged. */
    async recall(id: string, day: string): Promise<string | null> {
      const kept = await read(id)
      return kept?.day === day ? kept.steps : null
    },

    /** Removes what was kept on other days, and what cannot be read. */
    leaveOnly: (day: string): Promise<void> =>
      writing(async () => {
        for (const name of await readdir(folder).catch(() => [])) {
          const id = seal.idOf(name.split('.')[0] ?? '')
          const kept = id === null ? null : await read(id)
          if (kept?.day !== day) await rm(join(folder, name), { force: true })
        }
      }),

    /** Removes all: what was deleted for good must not be read there. */
    clear: (): Promise<void> => writing(() => rm(folder, { recursive: true, force: true })),
  }
}
