// How a window was left, remembered on this machine outside of every library: what Chromium keeps for a page of its own accord
// may be written seconds later, or never where the app ends before.
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { writeDurably } from './durable-file.ts'

/** Names of choices and what was chosen: the window alone knows what they mean. */
const stored = z.record(z.string().max(60), z.string().max(8000))

export type WindowChoices = {
  recall(): Promise<Readonly<Record<string, string>>>
  /** Changes some of them, null taking one out; resolves once they are kept, or could not be, which is no reason to disturb anybody. */
  keep(changes: Readonly<Record<string, string | null>>): Promise<void>
}

/** Remembers choices in a file; without one, only for as long as the process lives. */
export function windowChoices(file: string | null): WindowChoices {
  let choices: Promise<Record<string, string>> = read(file)
  let writing: Promise<void> = Promise.resolve()
  let isWaiting = false

  return {
    recall: () => choices,
    keep(changes) {
      choices = choices.then(before => merged(before, changes))
      // What is changed while a write is under way goes with the next one.
      if (!isWaiting) {
        isWaiting = true
        writing = writing.then(async () => {
          isWaiting = false
          if (file !== null) await write(file, await choices)
        })
      }
      return writing
    },
  }
}

function merged(
  before: Record<string, string>,
  changes: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const all = Object.entries({ ...before, ...changes })
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null))
}

async function read(file: string | null): Promise<Record<string, string>> {
  try {
    return file === null ? {} : stored.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return {}
  }
}

async function write(file: string, choices: Record<string, string>): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeDurably(file, new TextEncoder().encode(JSON.stringify(choices)))
  } catch {}
}
