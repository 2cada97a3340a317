// Lines that a person has kept, such as words added to the dictionary, in a file of their own: of a sealed library it is sealed.
import { join } from 'node:path'
import { Low } from 'lowdb'
import * as z from 'zod'
import { type Disk, DurableFile, replaceDurably } from './durable-file.ts'
import { coverOf, type Seal } from './seal.ts'

type Opened = {
  folder: string
  /** `words` are kept as `words` in words.json. */
  name: 'words' | 'searches'
  /** See `sealContext`. */
  context: string
  seal: Seal
  disk: Disk
  /** Does what writes, or refuses to. */
  writing: <T>(work: () => Promise<T>) => Promise<T>
}

export type KeptLines = ReturnType<typeof openKeptLines>

export function openKeptLines({ folder, name, context, seal, disk, writing }: Opened) {
  const schema = z.strictObject({ schema: z.literal(1), [name]: z.array(z.string()) })
  let turn: Promise<unknown> = Promise.resolve()

  async function read() {
    const put = (to: string, bytes: Uint8Array) => replaceDurably(to, bytes, disk)
    const stored = new DurableFile(
      join(folder, `${name}.json`),
      read => schema.parse(read),
      coverOf(seal, context),
      put,
    )
    const file = new Low(stored, { schema: 1, [name]: [] })
    // A damaged list is begun anew with the next line: what was there before stays beside it.
    await file.read().catch(() => undefined)
    return file
  }

  return {
    /** None where the list is missing or damaged. */
    list: async (): Promise<readonly string[]> => linesIn((await read()).data, name),

    /** Adds a line or takes it out, and gives all of them. Rejects where the disk refuses. */
    set(line: string, isKept: boolean): Promise<readonly string[]> {
      const change = async () => {
        const file = await read()
        const others = linesIn(file.data, name).filter(each => each !== line)
        const lines = isKept ? [...others, line].sort() : others
        file.data = { schema: 1, [name]: lines }
        await file.write()
        return lines
      }
      return writing(() => {
        const done = turn.then(change)
        turn = done.catch(() => undefined)
        return done
      })
    },
  }
}

function linesIn(data: object, name: string): readonly string[] {
  return Reflect.get(data, name) as readonly string[]
}
