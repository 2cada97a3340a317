// Which note a link means, as Obsidian and Joplin find it.
import { posix } from 'node:path'
import type { LinkedNote } from './note-links.ts'

type Named = LinkedNote & { path: string; title: string; aliases: readonly string[]; joplinId: string | null }

/** The notes of a folder, to be found by path, file name, alias, title or Joplin's id. Capitals make no difference. */
export class NoteNames {
  readonly #byPath = new Map<string, LinkedNote>()
  readonly #byName = new Map<string, Named[]>()
  readonly #byAlias = new Map<string, LinkedNote>()
  readonly #byJoplinId = new Map<string, LinkedNote>()

  add(note: Named): void {
    const path = folded(note.path)
    this.#byPath.set(path, note)
    const name = posix.basename(path).replace(/\.(?:md|markdown)$/, '')
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), note])
    for (const alias of [note.title, ...note.aliases]) {
      const words = folded(alias)
      if (!this.#byAlias.has(words)) this.#byAlias.set(words, note)
    }
    if (note.joplinId) this.#byJoplinId.set(note.joplinId, note)
  }

  /** Finds what links mean in a note of a path. A path that leads out of the folder finds nothing. */
  findFrom(path: string): (target: string) => LinkedNote | null {
    return target => {
      if (target.startsWith(':/')) return this.#byJoplinId.get(target.slice(2)) ?? null
      const words = folded(target.replaceAll('\\', '/'))
      const from = posix.dirname(folded(path))
      const endings = /\.(?:md|markdown)$/.test(words) ? [''] : ['.md', '.markdown']
      for (const ending of endings) {
        // A path that begins with a slash is from the top, as some from elsewhere are.
        const beside = words.startsWith('/') ? undefined : this.#byPath.get(posix.join(from, words + ending))
        const found = beside ?? this.#byPath.get(posix.normalize(words.replace(/^\/+/, '') + ending))
        if (found) return found
      }
      return this.#byNameFrom(words, from) ?? this.#byAlias.get(words) ?? null
    }
  }

  /** Of several notes of one name that in the same folder, else that whose path is shortest. */
  #byNameFrom(words: string, from: string): LinkedNote | null {
    const end = words.replace(/\.(?:md|markdown)$/, '').replace(/^(?:\.\.?\/)+/, '')
    const named = (this.#byName.get(posix.basename(end)) ?? []).filter(({ path }) => {
      const whole = `/${folded(path).replace(/\.(?:md|markdown)$/, '')}`
      return whole.endsWith(`/${end}`)
    })
    const beside = named.find(({ path }) => posix.dirname(folded(path)) === from)
    return beside ?? named.sort((one, other) => one.path.length - other.path.length)[0] ?? null
  }
}

function folded(words: string): string {
  return words.trim().normalize('NFC').toLowerCase()
}
