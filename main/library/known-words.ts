// The words that a person has added to the dictionary, in a file of their own: of a sealed library they are sealed.
import { join } from 'node:path'
import { Low } from 'lowdb'
import * as z from 'zod'
import { type Disk, DurableFile, replaceDurably } from './durable-file.ts'
import { coverOf, type Seal, sealContext } from './seal.ts'

const known = z.strictObject({ schema: z.literal(1), words: z.array(z.string()) })

type Known = z.infer<typeof known>

type Opened = {
  folder: string
  seal: Seal
  disk: Disk
  /** Does what writes, or refuses to. */
  writing: <T>(work: () => Promise<T>) => Promise<T>
}

export type KnownWords = ReturnType<typeof openKnownWords>

export function openKnownWords({ folder, seal, disk, writing }: Opened) {
  let turn: Promise<unknown> = Promise.resolve()

  async function read(): Promise<Low<Known>> {
    const put = (to: string, bytes: Uint8Array) => replaceDurably(to, bytes, disk)
    const cover = coverOf(seal, sealContext.knownWords)
    const path = join(folder, 'words.json')
    const file = new Low(new DurableFile<Known>(path, stored => known.parse(stored), cover, put), {
      schema: 1,
      words: [],
    })
    // A damaged list is begun anew with the next word: what was there before stays beside it.
    await file.read().catch(() => undefined)
    return file
  }

  return {
    /** None where the list is missing or damaged. */
    list: async (): Promise<readonly string[]> => (await read()).data.words,

    /** Adds a word or takes it out, and gives all of them. Rejects where the disk refuses. */
    set(word: string, isKnown: boolean): Promise<readonly string[]> {
      const change = async () => {
        const file = await read()
        const others = file.data.words.filter(each => each !== word)
        file.data = { schema: 1, words: isKnown ? [...others, word].sort() : others }
        await file.write()
        return file.data.words
      }
      return writing(() => {
        const done = turn.then(change)
        turn = done.catch(() => undefined)
        return done
      })
    },
  }
}
