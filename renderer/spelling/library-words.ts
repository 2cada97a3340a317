// The words that stand in a library's evidence and among its people: right as they are.
import type { LibraryLists } from '../../shared/answers.ts'

/** Milliseconds of reading after which the window may draw and hear keys. */
const turn = 8
/** Records between two looks at the clock. */
const slice = 200

export type LibraryWords = {
  /**
   * Tells whether a word stands in the evidence of a library, or names one of its people, organisations or publishers. Waits
   * until all of it is read, each record once; the window goes on meanwhile. A word of what is deleted stays known.
   */
  of(lists: LibraryLists): Promise<(word: string) => boolean>
}

export function createLibraryWords(): LibraryWords {
  const words = new Set<string>()
  /** Lists, and records in them, that are read already. */
  const seen = new WeakSet<object>()
  const see = async <Item extends object>(records: readonly Item[], textsOf: (record: Item) => Texts) => {
    if (seen.has(records)) return
    let begun = performance.now()
    for (const [index, record] of records.entries()) {
      if (index % slice === 0 && performance.now() - begun > turn) {
        await new Promise(resolve => setTimeout(resolve))
        begun = performance.now()
      }
      if (seen.has(record)) continue
      for (const text of textsOf(record)) addWords(words, text)
      seen.add(record)
    }
    seen.add(records)
  }
  return {
    async of({ people, quotes, figures, events, sources }) {
      await see(people, ({ name, aliases, organisation }) => [name, ...aliases, organisation])
      await see(quotes, ({ text, speaker, organisation }) => [text, speaker, organisation])
      await see(figures, ({ measures, unit }) => [measures, unit])
      await see(events, ({ title, participants, place }) => [title, ...participants, place])
      await see(sources, ({ publisher, authors }) => [publisher, ...authors])
      return word => words.has(word) || words.has(withoutGenitive(word))
    },
  }
}

type Texts = readonly (string | null | undefined)[]

function addWords(words: Set<string>, text: string | null | undefined): void {
  for (const [whole] of text?.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []) {
    words.add(whole)
    if (/['’]/.test(whole))
      for (const part of [withoutGenitive(whole), ...whole.split(/['’]/)]) words.add(part)
  }
}

/** “Kato’s” is “Kato”. */
export function withoutGenitive(word: string): string {
  return word.replace(/['’]s$/, '')
}
