// The files of a folder of notes that are no notes: found by what links them, and kept in the library once they are linked.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { largestAttachmentBytes } from '../../shared/model/limits.ts'
import type { Library } from '../library/library.ts'
import type { LinkedFile, LinkedNote } from './note-links.ts'
import { FileFault, readWithin } from './read-file.ts'

type Attached = { path: string; kept: LinkedFile | LinkedNote | null; fault: FileFault | null }

export class AttachedFiles {
  readonly #library: Library
  readonly #folder: string
  readonly #byPath = new Map<string, Attached>()
  readonly #byName = new Map<string, Attached[]>()
  readonly #byJoplinId = new Map<string, Attached>()

  constructor(library: Library, folder: string) {
    this.#library = library
    this.#folder = folder
  }

  /** Knows a file by its path; `source` is what it became already, where it was taken in as one. */
  add(path: string, source: LinkedNote | null): void {
    const attached: Attached = { path, kept: source, fault: null }
    const name = posix.basename(folded(path))
    this.#byPath.set(folded(path), attached)
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), attached])
    const [stem = ''] = name.split('.')
    if (/^[0-9a-f]{32}$/.test(stem)) this.#byJoplinId.set(stem, attached)
  }

  /** Finds the file that a link in the note of a path means; of several of one name that whose path is shortest. */
  find(target: string, note: string): Attached | null {
    if (target.startsWith(':/')) return this.#byJoplinId.get(target.slice(2)) ?? null
    const words = folded(target.replaceAll('\\', '/'))
    const beside = words.startsWith('/')
      ? undefined
      : this.#byPath.get(posix.join(posix.dirname(folded(note)), words))
    const found = beside ?? this.#byPath.get(posix.normalize(words.replace(/^\/+/, '')))
    if (found) return found
    const end = words.replace(/^(?:\.{0,2}\/)+/, '')
    const named = (this.#byName.get(posix.basename(end)) ?? []).filter(({ path }) =>
      `/${folded(path)}`.endsWith(`/${end}`),
    )
    return named.sort((one, other) => one.path.length - other.path.length)[0] ?? null
  }

  /** Keeps a file in the library, once; it stays unkept with its fault where it cannot be read. */
  async keep(attached: Attached): Promise<void> {
    if (attached.kept || attached.fault) return
    try {
      const bytes = await readWithin(this.#folder, attached.path, largestAttachmentBytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await this.#library.attach(sha256, bytes)
      attached.kept = { sha256, name: posix.basename(attached.path) }
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      attached.fault = error
    }
  }

  /** How many were kept, and those that were not, with what was wrong where that is known. */
  outcome(): { kept: number; left: { path: string; fault: FileFault | null }[] } {
    const all = [...this.#byPath.values()]
    return {
      kept: all.filter(({ kept }) => kept && 'sha256' in kept).length,
      left: all.filter(({ kept }) => kept === null),
    }
  }
}

function folded(words: string): string {
  return words.trim().normalize('NFC').toLowerCase()
}
