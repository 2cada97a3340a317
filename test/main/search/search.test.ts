import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { openSearch, type Search } from '../../../main/search/search.ts'
import { searchInPlace } from '../../../main/search/search-in-place.ts'
import type { SearchProgress } from '../../../shared/search/search-answers.ts'
import { waitFor } from '../../patient.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief } from '../library/a-brief.ts'
import { sealFolder } from '../library/a-sealed-library.ts'

const thread = resolve('main/search/search-thread.ts')
const now = () => new Date('2025-05-03T10:00:00.000Z')
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function open(folder = temporaryFolder(), key: Uint8Array | null = null) {
  const library = await openLibrary({ folder, access: 'write', now, key })
  const told: (SearchProgress | null)[] = []
  const search = openSearch(thread, library, key, progress => told.push(progress))
  closing.push(
    () => library.close(),
    () => search.close(),
  )
  return { folder, library, search, told }
}

const idsOf = async (search: Pick<Search, 'find'>, query: string) =>
  (await search.find(query, 20)).hits.map(({ id }) => id)

const add = (library: Library, id: string, body: string) => library.add('briefs', aBrief(id, { body }))

test('a save is seen by the next search, and so is a deletion', async () => {
  const { library, search } = await open()
  await add(library, 'one', 'The tariff on steel.')
  await waitFor(async () => expect(await idsOf(search, 'tariff ')).toEqual(['one']))
  for (const word of ['copper', 'zinc', 'nickel']) {
    await library.update('briefs', 'one', record => ({ ...record, body: `The tariff on ${word}.` }))
    expect(await idsOf(search, `${word} `)).toEqual(['one'])
  }
  expect(await idsOf(search, 'steel ')).toEqual([])
  const { hits, words } = await search.find('tariff zi', 20)
  expect(words).toEqual(['tariff', 'zi'])
  expect(hits).toEqual([])
  expect((await search.find('nick', 20)).hits).toEqual([
    {
      collection: 'briefs',
      id: 'one',
      excerpt: [
        { text: 'The tariff on ', isFound: false },
        { text: 'nickel', isFound: true },
        { text: '.', isFound: false },
      ],
      place: { start: 14, end: 20 },
    },
  ])
  await library.remove('one')
  expect(await idsOf(search, 'tariff ')).toEqual([])
})

test('what other programs did while the library was closed is found at the next start', async () => {
  const { folder, library, search } = await open()
  for (const id of ['one', 'two', 'three']) await add(library, id, `Words of ${id}.`)
  await waitFor(async () => expect(await idsOf(search, 'words ')).toHaveLength(3))
  for (const close of closing.splice(0).reverse()) await close()
  const path = join(folder, 'briefs', 'two.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('Words of two', 'Another text'))
  writeFileSync(join(folder, 'briefs', 'four.json'), readFileSync(path, 'utf8').replaceAll('"two"', '"four"'))
  const again = await open(folder)
  await waitFor(async () => expect((await idsOf(again.search, 'another ')).sort()).toEqual(['four', 'two']))
  expect((await idsOf(again.search, 'words ')).sort()).toEqual(['one', 'three'])
})

test('an index that was deleted is made anew with its progress, and so is one that is asked for', async () => {
  const { folder, library } = await open()
  for (let at = 0; at < 300; at++) await add(library, `brief-${at}`, `Words of number ${at}.`)
  for (const close of closing.splice(0).reverse()) await close()
  for (const name of readdirSync(join(folder, 'index')))
    if (name.startsWith('search.')) rmSync(join(folder, 'index', name))
  const { search, told } = await open(folder)
  await waitFor(async () => expect(told.at(-1)).toBe(null))
  expect(told[0]).toEqual({ done: 0, of: 300 })
  expect((await search.find('words ', 500)).hits).toHaveLength(300)
  await search.rebuild()
  expect(search.progress()).toBe(null)
  expect((await search.find('words ', 500)).hits).toHaveLength(300)
})

test.each([
  ['its tables', 4096],
  ['its words', 80_000],
])('an index is made anew where %s cannot be read', async (_, from) => {
  const { folder, library } = await open()
  for (let at = 0; at < 300; at++) await add(library, `brief-${at}`, `Words of number ${at}.`)
  const path = join(folder, 'index', 'search.sqlite')
  await waitFor(() => expect(statSync(path).size).toBeGreaterThan(0))
  for (const close of closing.splice(0).reverse()) await close()
  const bytes = readFileSync(path)
  expect(bytes.length).toBeGreaterThan(from + 4096)
  // The first page, with what it is, stays.
  writeFileSync(path, bytes.fill(0x5a, from))
  const { search } = await open(folder)
  await waitFor(async () => expect((await search.find('words ', 500)).hits).toHaveLength(300))
})

test('a rebuild that is given up leaves what it has, and the next start reads the rest', async () => {
  const { folder, library, search, told } = await open()
  for (let at = 0; at < 300; at++) await add(library, `brief-${at}`, `Words of number ${at}.`)
  const built = search.rebuild()
  await waitFor(() => expect(told.length).toBeGreaterThan(0))
  search.cancel()
  await built
  for (const close of closing.splice(0).reverse()) await close()
  const again = await open(folder)
  await waitFor(async () => expect((await again.search.find('words ', 500)).hits).toHaveLength(300))
})

test('the words of a sealed library are found, and stand in no file of it', async () => {
  const folder = temporaryFolder()
  const { key } = await sealFolder(folder)
  const { library, search } = await open(folder, key)
  await add(library, 'one', 'Plutonium was moved.')
  await waitFor(async () => expect(await idsOf(search, 'plutonium ')).toEqual(['one']))
  expect((await search.find('plutonium ', 20)).hits[0]?.excerpt[0]).toEqual({
    text: 'Plutonium',
    isFound: true,
  })
  for (const close of closing.splice(0).reverse()) await close()
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = join(folder, name)
    if (statSync(path).isFile()) expect(readFileSync(path, 'latin1').toLowerCase()).not.toContain('plutonium')
  }
  const again = await open(folder, key)
  await waitFor(async () => expect(await idsOf(again.search, 'plutonium ')).toEqual(['one']))
})

test('a thread that ends is begun again by the next question', async () => {
  const { library } = await open()
  await add(library, 'one', 'The tariff on steel.')
  const file = join(temporaryFolder(), 'thread.mjs')
  writeFileSync(
    file,
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1))",
  )
  const search = openSearch(file, library, null, () => undefined)
  await expect(search.find('tariff', 20)).rejects.toThrow('The search has ended.')
  await expect(search.find('tariff', 20)).rejects.toThrow('The search has ended.')
  await search.close()
  await expect(search.find('tariff', 20)).rejects.toThrow('The search was closed.')
})

test('another process that writes the index keeps nothing from being found', async () => {
  const { folder, library, search } = await open()
  for (let at = 0; at < 50; at++) await add(library, `brief-${at}`, `Words of number ${at}.`)
  await waitFor(async () => expect((await search.find('words ', 500)).hits).toHaveLength(50))
  const other = new DatabaseSync(join(folder, 'index', 'search.sqlite'))
  // Until what was put before is written.
  await waitFor(() => other.exec('BEGIN IMMEDIATE'))
  other.exec("UPDATE doc SET marking = 'x'")
  await add(library, 'late', 'Words that come late.')
  expect((await search.find('words ', 500)).hits).toHaveLength(50)
  other.exec('ROLLBACK')
  other.close()
  await waitFor(async () => expect((await search.find('words ', 500)).hits).toHaveLength(51))
})

test('a save is found before the library is compared with its files', async () => {
  const folder = temporaryFolder()
  await (await openLibrary({ folder, access: 'write', now })).close()
  const library = await openLibrary({ folder, access: 'write', now, check: { after: 600_000 } })
  const search = openSearch(thread, library, null, () => undefined)
  closing.push(
    () => library.close(),
    () => search.close(),
  )
  await add(library, 'one', 'The tariff on steel.')
  expect(await idsOf(search, 'tariff ')).toEqual([])
  await waitFor(async () => expect(await idsOf(search, 'tariff ')).toEqual(['one']))
})

test('what is no id is like nothing', async () => {
  const { library, search } = await open()
  await add(library, 'one', 'The tariff on steel.')
  expect(await idsOf(search, 'like:../../one ')).toEqual([])
})

test('without a thread the same is found', async () => {
  const { library } = await open()
  await add(library, 'one', 'The tariff on steel.')
  const search = searchInPlace(library, null)
  expect(await idsOf(search, 'tariff ')).toEqual(['one'])
  await add(library, 'two', 'No tariff.')
  expect((await idsOf(search, 'tariff ')).sort()).toEqual(['one', 'two'])
  await search.close()
})

test('where few have a word, words like it are found and marked too', async () => {
  const { library, search } = await open()
  await add(library, 'one', 'The sanctoins of May.')
  await add(library, 'two', 'The sanctions of June.')
  await waitFor(async () => expect(await idsOf(search, 'sanctoins ')).toEqual(['one', 'two']))
  const { hits, words, readAs } = await search.find('sanctoins ', 20)
  const marked = hits.map(({ excerpt }) => excerpt.filter(({ isFound }) => isFound).map(({ text }) => text))
  expect(marked).toEqual([['sanctoins'], ['sanctions']])
  // Nothing else was typed.
  expect([words, readAs]).toEqual([['sanctoins'], []])
})
