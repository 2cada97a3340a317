/**
 * Gives each heading of one document an id made of its words; a repeated heading counts on. The prefix keeps an id from
 * being one of the names that sanitizers refuse, such as `title`.
 */
export class HeadingIds {
  readonly #taken = new Set<string>()
  /** How far each repeated heading was counted. */
  readonly #counts = new Map<string, number>()

  take(words: string): string {
    const stem = HeadingIds.forAnchor(words)
    let id = stem
    let count = this.#counts.get(stem) ?? 1
    while (this.#taken.has(id)) {
      count += 1
      id = `${stem}-${count}`
    }
    this.#counts.set(stem, count)
    this.#taken.add(id)
    return id
  }

  /** The id that the first heading of these words, or of this slug, has. */
  static forAnchor(words: string): string {
    const slug = words
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
    return `section-${slug === '' ? 'untitled' : slug}`
  }
}
