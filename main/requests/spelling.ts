// What the check of spelling needs: the words of a language, and those that a person has added.
import { readDictionary } from '../dictionaries.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

export function spellingRequests(
  library: Library,
): Pick<Handlers, 'dictionary.read' | 'word.list' | 'word.set'> {
  return {
    'dictionary.read': async ({ language }) => ({ bytes: await readDictionary(language) }),
    'word.list': async () => ({ words: [...(await library.words.list())] }),
    'word.set': async ({ word, isKnown }) => ({ words: [...(await library.words.set(word, isKnown))] }),
  }
}
