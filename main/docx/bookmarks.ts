// The places of a document that links lead to, under names that Word takes: letters, digits and underscores, 40 of them at most.
import { Bookmark, type ParagraphChild } from 'docx'

const longestName = 40

export class Bookmarks {
  readonly #names = new Map<string, string>()

  /** `ids` are those of the elements that will be written. */
  constructor(ids: Iterable<string>) {
    const taken = new Set<string>()
    for (const id of ids) {
      if (this.#names.has(id)) continue
      const stem = id.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^(?=[^\p{L}])/u, 'b')
      let name = stem.slice(0, longestName)
      for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
        const end = `_${count}`
        name = `${stem.slice(0, longestName - end.length)}${end}`
      }
      // Word tells no capitals from small letters here.
      taken.add(name.toLowerCase())
      this.#names.set(id, name)
    }
  }

  /** The name of the bookmark of an element; null where no such element is written. */
  nameOf(id: string): string | null {
    return this.#names.get(id) ?? null
  }

  /** What stands at that place, with its bookmark around it. */
  around(id: string, children: readonly ParagraphChild[]): ParagraphChild[] {
    const name = this.nameOf(id)
    return name === null ? [...children] : [new Bookmark({ id: name, children })]
  }
}
