// Spelling as the editor sees it: which words are wrong, what may have been meant, and the person's own dictionary.
import { computed, signal } from '@preact/signals'
import type { SpellingLanguage } from '../../shared/spelling-languages.ts'
import { request } from '../bridge/bridge.ts'
import { prefer, preferences } from '../preferences/preferences-state.ts'
import { lists } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { createLibraryWords, withoutGenitive } from './library-words.ts'
import type { ProseWord } from './prose-words.ts'
import { openSpeller } from './speller.ts'
import type { TextLanguage } from './text-language.ts'

export const isSpellingOn = computed(() => preferences.value?.isSpellingChecked ?? false)

/** The words that were added to the library's dictionary; null until they are read. */
const addedWords = signal<ReadonlySet<string> | null>(null)

/** A new object whenever words may be judged otherwise than before. */
export const spellingState = computed(() => {
  return {
    isOn: isSpellingOn.value,
    english: preferences.value?.english,
    added: addedWords.value,
    lists: lists.value,
  }
})

const libraryWords = createLibraryWords()

const speller = openSpeller(
  () => new Worker(new URL('./spelling-worker.ts', import.meta.url), { type: 'module' }),
  async language => {
    const result = await request('dictionary.read', { language })
    if (result.ok) return result.value.bytes
    tell('problem', result.problem.message)
    return null
  },
)

/** Those of the words that neither a dictionary nor the library has. */
export async function misspeltOf(words: readonly ProseWord[]): Promise<ProseWord[]> {
  if (addedWords.value === null) await readAddedWords()
  const wrong: ProseWord[] = []
  for (const [language, ofLanguage] of Map.groupBy(words, ({ language }) => language)) {
    const different = [...new Set(ofLanguage.map(({ word }) => word))]
    const unknown = new Set(await speller.unknown(different, dictionaryOf(language)))
    wrong.push(...ofLanguage.filter(({ word }) => unknown.has(word) && !isAdded(word)))
  }
  if (wrong.length === 0) return wrong
  const isInLibrary = await libraryWords.of(lists.value)
  return wrong.filter(({ word }) => !isInLibrary(word))
}

export function suggestionsFor({ word, language }: ProseWord): Promise<string[]> {
  return speller.suggest(word, dictionaryOf(language))
}

/** Adds a word to the library's dictionary, and says so with a way back. */
export async function addWord(word: string): Promise<void> {
  if (!(await setWord(word, true))) return
  const action = { label: strings.actions.undo, onPress: () => void setWord(word, false) }
  tell('info', strings.spelling.added(word), [], action)
}

export function toggleSpelling(): void {
  const isOn = !isSpellingOn.value
  void prefer({ isSpellingChecked: isOn })
  tell('info', isOn ? strings.spelling.isOn : strings.spelling.isOff)
}

async function setWord(word: string, isKnown: boolean): Promise<boolean> {
  const result = await request('word.set', { word, isKnown })
  if (result.ok) addedWords.value = new Set(result.value.words)
  else tell('problem', result.problem.message)
  return result.ok
}

async function readAddedWords(): Promise<void> {
  const result = await request('word.list', {})
  addedWords.value = new Set(result.ok ? result.value.words : [])
}

function isAdded(word: string): boolean {
  const added = addedWords.value
  const base = withoutGenitive(word)
  const forms = [word, base, word.toLowerCase(), base.toLowerCase()]
  return forms.some(form => added?.has(form))
}

function dictionaryOf(language: TextLanguage): SpellingLanguage {
  return language === 'en' ? (preferences.value?.english ?? 'en-GB') : language
}
