// The words that stand in a library's evidence and among its people: right as they are. Pure.
import type { LibraryLists } from '../../shared/answers.ts'

const known = new WeakMap<LibraryLists, (word: string) => boolean>()

/** Tells whether a word stands in the evidence of a library, or names one of its people, organisations or publishers. */
export function wordsOfLibrary(lists: LibraryLists): (word: string) => boolean {
  const before = known.get(lists)
  if (before) return before
  let text: string | null = null
  const verdicts = new Map<string, boolean>()
  const tell = (word: string) => {
    const base = word.replace(/['’]s$/, '')
    let isKnown = verdicts.get(base)
    if (isKnown === undefined) {
      text ??= textOf(lists)
      isKnown = hasWord(text, base)
      verdicts.set(base, isKnown)
    }
    return isKnown
  }
  known.set(lists, tell)
  return tell
}

function textOf({ people, quotes, figures, events, sources }: LibraryLists): string {
  const words = [
    ...people.flatMap(({ name, aliases, organisation }) => [name, ...aliases, organisation]),
    ...quotes.flatMap(({ text, speaker, organisation }) => [text, speaker, organisation]),
    ...figures.flatMap(({ measures, unit }) => [measures, unit]),
    ...events.flatMap(({ title, participants, place }) => [title, ...participants, place]),
    ...sources.flatMap(({ publisher, authors }) => [publisher, ...authors]),
  ]
  return words.join('\n')
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true
  }
  return false
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}]/u.test(character)
}
