// The dictionaries of the app: the files of words that cspell's packages bring.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SpellingLanguage } from '../shared/spelling-languages.ts'
import { absent } from './library/durable-file.ts'

/** Beside the built program, and the packages while it is worked on. */
const folders = ['dictionaries', '../dictionaries', '../node_modules'].map(path =>
  join(import.meta.dirname, path),
)

/** Each file by its package; `scripts/dictionaries-bundle.mjs` puts them beside the built program. */
const files: Record<SpellingLanguage, { package: string; file: string }> = {
  'en-GB': { package: '@cspell/dict-en-gb-mit', file: 'en_GB.trie.gz' },
  'en-US': { package: '@cspell/dict-en_us', file: 'en_US.trie.gz' },
  de: { package: '@cspell/dict-de-de', file: 'de_DE.trie.gz' },
  fr: { package: '@cspell/dict-fr-fr', file: 'fr-fr.trie.gz' },
}

/** The words of a language as a trie of cspell, packed with gzip. Rejects where the app's own files are incomplete. */
export async function readDictionary(language: SpellingLanguage): Promise<Uint8Array> {
  const { package: name, file } = files[language]
  for (const folder of folders) {
    const bytes = await readFile(join(folder, name, file)).catch(absent)
    if (bytes) return new Uint8Array(bytes)
  }
  throw new Error(`the dictionary of ${language} is not among the files of the app`)
}
