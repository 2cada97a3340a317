// The files of words that the check of spelling reads, with their licences.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Their packages export neither their words nor their folder.
const installed = fileURLToPath(new URL('../node_modules', import.meta.url))
const packages = ['@cspell/dict-en-gb-mit', '@cspell/dict-en_us', '@cspell/dict-de-de', '@cspell/dict-fr-fr']

/** The words, and what the package and those who gathered the words say of their licence. */
const wanted = /\.trie\.gz$|(?:^|[\\/])(?:license|README_.*\.txt)$/i

/**
 * A Vite plugin that puts each dictionary and its licence beside the bundle, in `dictionaries/<package>/`.
 * @returns {import('vite').Plugin}
 */
export function dictionariesBundle() {
  return {
    name: 'dictionaries-bundle',
    generateBundle() {
      for (const name of packages) {
        const folder = join(installed, name)
        const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        for (const file of inside.filter(each => wanted.test(each))) {
          const source = readFileSync(join(folder, file))
          this.emitFile({
            type: 'asset',
            fileName: `dictionaries/${name}/${file.replaceAll('\\', '/')}`,
            source,
          })
        }
      }
    },
  }
}
