// The thread on which spelling is checked: a file of its own, which is loaded when the first words are to be checked.
import type { SpellingLanguage } from '../../shared/spelling-languages.ts'
import { type Dictionary, openDictionary } from './dictionary.ts'

/** What the window asks. Each is answered once, in the order of asking, with words; null where it failed. */
export type SpellingQuestion = { id: number; language: SpellingLanguage } & (
  | { ask: 'open'; bytes: Uint8Array }
  /** Answered with those that the dictionary does not have. */
  | { ask: 'check'; words: readonly string[] }
  | { ask: 'suggest'; word: string }
)

export type SpellingAnswer = { id: number; words: string[] | null }

const dictionaries = new Map<SpellingLanguage, Dictionary>()
let turn: Promise<void> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<SpellingQuestion>) => {
  turn = turn.then(async () => {
    const words = await answer(data).catch(() => null)
    postMessage({ id: data.id, words } satisfies SpellingAnswer)
  })
})

async function answer(question: SpellingQuestion): Promise<string[] | null> {
  if (question.ask === 'open') {
    dictionaries.set(question.language, await openDictionary(question.bytes, question.language))
    return []
  }
  const dictionary = dictionaries.get(question.language)
  if (!dictionary) return null
  if (question.ask === 'suggest') return dictionary.suggest(question.word)
  return question.words.filter(word => !dictionary.has(word))
}
