import type { Change } from '../library/change.ts'
import type { Library } from '../library/library.ts'

const mostRecords = 200
/** In characters of their JSON: what is written down before a part is saved. */
const mostCharacters = 8_000_000

/** Saves many new records in parts, each of which is saved all or none, so that no library must fit the memory. */
export class SaveInParts {
  readonly #library: Library
  readonly #onSaved: (count: number) => void
  #waiting: Change[] = []
  #characters = 0

  /** @param onSaved is told of the number of records of each part that is on the disk. */
  constructor(library: Library, onSaved: (count: number) => void) {
    this.#library = library
    this.#onSaved = onSaved
  }

  async add(change: Change): Promise<void> {
    const characters = JSON.stringify(change.after).length
    if (this.#waiting.length === mostRecords || this.#characters + characters > mostCharacters)
      await this.end()
    this.#waiting.push(change)
    this.#characters += characters
  }

  /** Saves what is waiting. */
  async end(): Promise<void> {
    const part = this.#waiting
    this.#waiting = []
    this.#characters = 0
    if (part.length === 0) return
    await this.#library.saveAll(part)
    this.#onSaved(part.length)
  }
}
