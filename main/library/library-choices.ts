// What an open library says of itself in its library.json. It is changed in turn, so that no change undoes another: what
// wrote back the keys of a passphrase that was changed meanwhile would bring the old one back.
import { newestLibrarySchema } from '../../shared/model/migrate.ts'
import { RequestProblem } from '../../shared/result.ts'
import {
  type LibraryFile,
  type LibrarySettings,
  readLibraryFile,
  replaceLibraryKeys,
  writeLibraryFiles,
} from './library-file.ts'
import type { SealedLibraryFile } from './library-keys.ts'
import type { WhyReadOnly } from './read-only.ts'
import { onlyRead } from './refusals.ts'

type Opened = {
  folder: string
  settings: LibrarySettings
  writing: { why: WhyReadOnly | null }
  /** Does what writes beside the records, or refuses to. */
  beside: <T>(work: () => Promise<T>) => Promise<T>
}

export type LibraryChoices = ReturnType<typeof openLibraryChoices>

export function openLibraryChoices({ folder, settings: stored, writing, beside }: Opened) {
  let settings = stored
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (writing.why) return Promise.reject(onlyRead(folder, writing.why))
    return beside(() => {
      const done = turn.then(work, work)
      turn = done.catch(() => undefined)
      return done
    })
  }

  return {
    settings: (): LibrarySettings => settings,

    /** Makes the settings what a pure function makes of them. Rejects, and they are as they were, where they cannot be kept. */
    change(change: (settings: LibrarySettings) => LibrarySettings): Promise<void> {
      return inTurn(async () => {
        const changed = change(settings)
        await writeLibraryFiles(folder, { ...(await describedIn(folder)), settings: changed })
        settings = changed
      })
    },

    /** Puts other keys in the place of a sealed library's, and nothing that the old ones open stays. */
    replaceKeys(change: (file: SealedLibraryFile) => Promise<SealedLibraryFile>): Promise<void> {
      return inTurn(async () => {
        const { sealed } = await readLibraryFile(folder)
        if (!sealed) throw lost(folder)
        await replaceLibraryKeys(folder, await change(sealed))
      })
    },
  }
}

async function describedIn(folder: string): Promise<Omit<LibraryFile, 'settings'>> {
  const { id, name, schema, sealed } = await readLibraryFile(folder)
  if (id === null || name === null || schema === null) throw lost(folder)
  return { schema: newestLibrarySchema, id, name, keys: sealed?.keys ?? null }
}

/** It was there when the library was opened. */
function lost(folder: string): RequestProblem {
  return new RequestProblem(
    'unreadable',
    `The library.json of ${folder} can no longer be read. Nothing was changed; close the library and open it again, which puts back what can be put back.`,
  )
}
