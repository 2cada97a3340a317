// Short readable ids, unique in a library and never used twice.

const longestSlug = 48

/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** A slug of some words: `Japan’s $1.13 trillion` becomes `japans-1-13-trillion`. Gives `untitled` where no letter or digit is left. */
export function slugOf(words: string): string {
  const plain = words
    .normalize('NFKD')
    // Joiners, variation selectors and other characters that show nothing by themselves.
    .replace(/[\p{Default_Ignorable_Code_Point}'’ʼʻ]+/gu, '')
    // An accent can be left out of these scripts; in most others a mark is a vowel or changes the word.
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
    .replace(/(?<![\p{L}\p{M}])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const slug = shorten(plain) || 'untitled'
  return isReserved(slug) ? `${slug}-1` : slug
}

/** Whether a system keeps a name for itself, so that no file can have it. */
export function isReserved(slug: string): boolean {
  return reserved.test(slug)
}

/** Cuts at the end of a word, or else between two characters as a reader counts them. */
function shorten(slug: string): string {
  if (slug.length <= longestSlug) return slug
  let cut = ''
  for (const { segment } of new Intl.Segmenter('und').segment(slug)) {
    if (cut.length + segment.length > longestSlug) break
    cut += segment
  }
  const lastHyphen = slug[cut.length] === '-' ? cut.length : cut.lastIndexOf('-')
  return lastHyphen > longestSlug / 2 ? cut.slice(0, lastHyphen) : cut.replace(/-$/, '')
}

/** The ids a library has ever used, deleted and set-aside records included. */
export class UsedIds {
  readonly #used = new Set<string>()

  add(id: string): void {
    this.#used.add(id)
  }

  has(id: string): boolean {
    return this.#used.has(id)
  }

  /** Gives back an id that was taken and that nothing has. */
  release(id: string): void {
    this.#used.delete(id)
  }

  all(): string[] {
    return [...this.#used].sort()
  }

  /** An id that was never used, made of the slug, and now is. */
  take(slug: string): string {
    let id = slug
    for (let n = 2; this.#used.has(id); n++) id = `${slug}-${n}`
    this.#used.add(id)
    return id
  }
}
