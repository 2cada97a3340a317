// The window's side of the thread that checks spelling. It and each dictionary are loaded when they are first asked for.
import type { SpellingLanguage } from '../../shared/spelling-languages.ts'
import type { SpellingAnswer, SpellingQuestion } from './spelling-worker.ts'

/** Both give nothing where the dictionary cannot be had. */
export type Speller = {
  /** Those of the words that the dictionary of a language does not have. */
  unknown(words: readonly string[], language: SpellingLanguage): Promise<string[]>
  suggest(word: string, language: SpellingLanguage): Promise<string[]>
}

type Question = SpellingQuestion extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'id'>
    : never
  : never

/** @param readDictionary the packed words of a language; null where they cannot be read */
export function openSpeller(
  startWorker: () => Worker,
  readDictionary: (language: SpellingLanguage) => Promise<Uint8Array | null>,
): Speller {
  const waiting = new Map<number, (words: string[] | null) => void>()
  const opened = new Map<SpellingLanguage, Promise<boolean>>()
  const verdicts = new Map<string, boolean>()
  let worker: Worker | null = null
  let lastId = 0

  function ask(question: Question): Promise<string[] | null> {
    worker ??= listenTo(startWorker())
    const id = ++lastId
    const answered = new Promise<string[] | null>(resolve => waiting.set(id, resolve))
    worker.postMessage({ ...question, id })
    return answered
  }

  function listenTo(started: Worker): Worker {
    started.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => {
      waiting.get(data.id)?.(data.words)
      waiting.delete(data.id)
    })
    started.addEventListener('error', () => {
      for (const resolve of waiting.values()) resolve(null)
      waiting.clear()
    })
    return started
  }

  function open(language: SpellingLanguage): Promise<boolean> {
    const before = opened.get(language)
    if (before) return before
    const opening = readDictionary(language).then(
      async bytes => bytes !== null && (await ask({ ask: 'open', language, bytes })) !== null,
    )
    opened.set(language, opening)
    return opening
  }

  return {
    async unknown(words, language) {
      const keyOf = (word: string) => `${language} ${word}`
      const asked = words.filter(word => !verdicts.has(keyOf(word)))
      if (asked.length > 0) {
        if (!(await open(language))) return []
        const unknown = await ask({ ask: 'check', language, words: asked })
        if (unknown === null) return []
        const set = new Set(unknown)
        for (const word of asked) verdicts.set(keyOf(word), !set.has(word))
      }
      return words.filter(word => verdicts.get(keyOf(word)) === false)
    },

    async suggest(word, language) {
      return (await open(language)) ? ((await ask({ ask: 'suggest', language, word })) ?? []) : []
    },
  }
}
