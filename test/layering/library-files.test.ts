import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const library = join(import.meta.dirname, '../../main/library')

/** Files of main/library that read or write whole files by themselves and have no seal, and why they need none. */
const withoutSeal: Record<string, string> = {
  'backup.ts': 'takes the files as they are on the disk',
  'snapshot.ts': 'takes the files as they are on the disk',
  'app-settings.ts': 'lies outside of any library',
  'backup-keeper.ts': 'lies outside of any library',
  'restore-in-place.ts': 'moves whole folders',
  'known-libraries.ts': 'lies outside of any library and holds folders alone',
  'last-export.ts': 'lies outside of any library and holds names of formats alone',
  'window-choices.ts': 'how the window was left, outside of every library; it names nothing of a sealed one',
  'kept-keys.ts': 'is sealed by the computer’s keychain, outside of any library',
  'library-file.ts': 'says whether the library is sealed, and so cannot be',
  'lock.ts': 'holds nothing of the library',
  'stamped-file.ts': 'gives the bytes of a record as they are on the disk, which its callers open',
  'durable-file.ts': 'is given a cover, or null by a file of this list',
}

const readsOrWrites =
  /\b(?:readFile|readFileSync|writeFile|writeFileSync|createReadStream|createWriteStream|copyFile|appendFile)\b|new DurableFile|\b(?:create|replace|write)Durably\(/

test('whatever reads or writes content of a library does so through its seal', () => {
  const bare = readdirSync(library)
    .filter(name => name.endsWith('.ts'))
    .filter(name => {
      const code = readFileSync(join(library, name), 'utf8')
      return readsOrWrites.test(code) && !/\bseal\.ts'/.test(code)
    })
  expect(bare.sort()).toEqual(
    Object.keys(withoutSeal)
      .filter(name => bare.includes(name))
      .sort(),
  )
})

test('what needs no seal is still there', () => {
  const names = readdirSync(library)
  expect(Object.keys(withoutSeal).filter(name => !names.includes(name))).toEqual([])
})

test('only main/library knows where the files of records are', () => {
  const elsewhere = ['requests', 'shell', 'terminal', 'capture'].flatMap(room =>
    readdirSync(join(library, '..', room), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => join(library, '..', room, name))
      .filter(path =>
        /'(?:attachments|history|trash|issued|drafts|intents)'/.test(readFileSync(path, 'utf8')),
      ),
  )
  expect(elsewhere).toEqual([])
})
