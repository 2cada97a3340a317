// Texts made to keep a reader busy, against harmless ones of the same length in the same run, on a thread that can be ended.
import { Worker } from 'node:worker_threads'
import { harmless, pathological } from './pathological-texts.ts'
import type { Reader } from './readers.ts'

/** One text in one reader. `milliseconds` is null where it was given up; `ratio` is against the harmless text. */
export type Slow = {
  text: string
  length: number
  reader: Reader
  milliseconds: number | null
  ratio: number | null
  threw: string | null
  isHeld: boolean
}

export const slowReaders = [
  'render',
  'reading',
  'references',
  'typing',
  'excerpt',
] as const satisfies readonly Reader[]
const [usual, long] = [64_000, 1_000_000]
/** Of these a megabyte too. */
const atLength = new Set(['[', '*', '<', '> > >', '- - -', 'a.a.a…@', '`'])
/** Times as long as a harmless text may take, and how long that is at least taken to be: milliseconds of the clock’s own noise. */
const [most, least] = [10, 10]
/** Milliseconds after which a reader is given up. */
const patience = 30_000

/** `goal` is how often as long a text may take as a harmless one. */
export async function tryPathological(): Promise<{ rows: Slow[]; goal: number }> {
  let thread = started()
  const rows: Slow[] = []
  for (const length of [usual, long]) {
    for (const reader of slowReaders) {
      const base = Math.max(least, ...(await several(() => ask(reader, harmless(length)))))
      for (const [text, make] of Object.entries(pathological)) {
        if (length === long && !atLength.has(text)) continue
        rows.push(await measured(text, make(length), reader, base))
      }
    }
  }
  await thread.terminate()
  return { rows, goal: most }

  async function measured(text: string, content: string, reader: Reader, base: number): Promise<Slow> {
    let answer = await ask(reader, content)
    // The machine may have been busy with something else.
    if (answer.milliseconds !== null && answer.milliseconds > base * most) answer = await ask(reader, content)
    const { milliseconds, threw } = answer
    const ratio = milliseconds === null ? null : milliseconds / base
    const isHeld = ratio !== null && ratio <= most && threw === null
    return { text, length: content.length, reader, milliseconds, ratio, threw, isHeld }
  }

  async function several(once: () => Promise<{ milliseconds: number | null }>): Promise<number[]> {
    // The first time is that of the compiler.
    await once()
    const times = [await once(), await once(), await once()].map(
      ({ milliseconds }) => milliseconds ?? patience,
    )
    return [times.toSorted((one, other) => one - other)[1] ?? 0]
  }

  function ask(reader: Reader, text: string): Promise<{ milliseconds: number | null; threw: string | null }> {
    return new Promise(resolve => {
      const giveUp = setTimeout(async () => {
        await thread.terminate()
        thread = started()
        resolve({ milliseconds: null, threw: null })
      }, patience)
      thread.once('message', answer => {
        clearTimeout(giveUp)
        resolve(answer)
      })
      thread.postMessage({ reader, text })
    })
  }
}

function started(): Worker {
  return new Worker(new URL('./readers.ts', import.meta.url))
}
