// Briefs whose text says which save they are from, and shows whether all of it is there.
import { createHash } from 'node:crypto'
import { openLibrary } from '../../main/library/open-library.ts'
import { aBrief } from '../main/library/a-brief.ts'

export const recordIds = Array.from({ length: 8 }, (_, index) => `record-${index}`)
export const groupIds = Array.from({ length: 4 }, (_, index) => `group-${index}`)

/** About 20 KB of text: the number of its save, words, and a sum over both. */
export function bodyOf(round: number): string {
  const words = `save ${round}\n${'Words that fill a page. '.repeat(800 + (round % 100))}`
  return `${words}\n${sumOf(words)}`
}

/** The number of the save that a text is from; null where it is not whole. */
export function roundOf(body: string): number | null {
  const end = body.lastIndexOf('\n')
  if (sumOf(body.slice(0, end)) !== body.slice(end + 1)) return null
  return Number(/^save (\d+)\n/.exec(body)?.[1])
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A library that holds all of them from save 0. */
export async function beginLibrary(folder: string): Promise<void> {
  const library = await openLibrary({ folder, access: 'write', now: () => new Date() })
  for (const id of [...recordIds, ...groupIds]) await library.add('briefs', aBrief(id, { body: bodyOf(0) }))
  await library.close()
}
