// What is looked for in the open source.
import { signal } from '@preact/signals'
import type { Found } from './find-in-source.ts'

/** What is typed; null while nobody looks for anything. */
export const findQuery = signal<string | null>(null)
/**
 * What a search of the library found a source by: it is looked for in the place of what is typed, for as long as that is
 * the same. Each is one word or words that stand together.
 */
export const findWords = signal<{ typed: string; words: readonly string[] } | null>(null)
/** The same, to be looked for in a source once that is on the screen, from the place where it was found. */
export const wordsToFind = signal<{
  source: string
  typed: string
  words: readonly string[]
  from: number
} | null>(null)
/** Where it stands, in the order of the text. */
export const foundPlaces = signal<readonly Found[]>([])
/** Which of them one is at. */
export const foundAt = signal(0)
/** Asks that the place one is at be brought into sight; a new object each time. */
export const foundToShow = signal<object | null>(null)

/** Opens the search; where it is open, its field is to be taken up again. */
export function openFind(): void {
  findQuery.value ??= ''
  const field = document.querySelector<HTMLInputElement>('.find-bar input')
  field?.focus()
  field?.select()
}

export function closeFind(): void {
  findQuery.value = null
  findWords.value = null
}

/** Goes to the next place, or to the one before; after the last comes the first. */
export function walkFound(step: 1 | -1): void {
  const count = foundPlaces.value.length
  if (count === 0) return
  foundAt.value = (foundAt.value + step + count) % count
  foundToShow.value = {}
}
