import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { libraryFolders } from '../../../main/library/folders.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'

const now = () => new Date(testTime)
const open = (folder: string, access: 'write' | 'read' = 'write') => openLibrary({ folder, access, now })

/** The folder of a closed library that holds the brief “one”. */
async function closedLibrary(): Promise<string> {
  const library = await open(join(temporaryFolder(), 'library'))
  await library.add('briefs', aBrief('one'))
  await library.close()
  return library.folder
}

describe('the folder of a library', () => {
  test('of which library.json was deleted is refused with what is missing, and nothing is lost', async () => {
    const folder = await closedLibrary()
    rmSync(join(folder, 'library.json'))
    await expect(open(folder)).rejects.toThrow(/has no library\.json/)
    expect(readdirSync(join(folder, 'briefs'))).toEqual(['one.json'])
    writeFileSync(join(folder, 'library.json'), '')
    const library = await open(folder)
    expect(library.list('briefs').map(record => record.id)).toEqual(['one'])
    await library.close()
  })

  test('is not taken to be any folder that has sources in it', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sources'))
    writeFileSync(join(folder, 'sources', 'package.json'), '{"name":"foreign"}')
    for (const access of ['write', 'read'] as const) await expect(open(folder, access)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['sources'])
    expect(readdirSync(join(folder, 'sources'))).toEqual(['package.json'])
  })

  test('begins where a first start got no further than its empty folders', async () => {
    const folder = temporaryFolder()
    for (const name of libraryFolders) mkdirSync(join(folder, name))
    const library = await open(folder)
    expect(library.describe()).toMatchObject({ whyReadOnly: null, setAside: [] })
    await library.close()
  })

  test('whose briefs cannot be listed is not opened as if there were none', async () => {
    const folder = await closedLibrary()
    const path = join(folder, 'briefs')
    rmSync(path, { recursive: true })
    writeFileSync(path, 'no folder')
    await expect(open(folder, 'read')).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(path),
    })
  })

  test.each([join('trash', 'briefs'), join('set-aside', 'quotes')])(
    'whose %s cannot be listed gives no id that may have been used there',
    async name => {
      const folder = await closedLibrary()
      const path = join(folder, name)
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, 'no folder')
      const library = await open(folder)
      await expect(library.newId('A brief')).rejects.toMatchObject({
        code: 'unreadable',
        message: expect.stringContaining(path),
      })
      await library.close()
    },
  )

  test('is free again after an opening that failed', async () => {
    const folder = await closedLibrary()
    const briefs = join(folder, 'briefs')
    renameSync(briefs, `${briefs}-elsewhere`)
    writeFileSync(briefs, 'no folder')
    await expect(open(folder)).rejects.toThrow(/cannot be written/)
    rmSync(briefs)
    renameSync(`${briefs}-elsewhere`, briefs)
    const library = await open(folder)
    expect(library.describe().whyReadOnly).toBeNull()
    await library.close()
  })
})

describe('library.json', () => {
  test('of a newer schema is left alone, and the library can only be read', async () => {
    const folder = await closedLibrary()
    const file = join(folder, 'library.json')
    const newer = JSON.stringify({ schema: 99, id: 'x', vault: {} })
    writeFileSync(file, newer)
    writeFileSync(join(folder, 'briefs', 'odd.json'), '{')
    const library = await open(folder)
    expect(library.describe()).toMatchObject({
      whyReadOnly: expect.any(Object),
      setAside: [
        { file, keptAs: null, reason: expect.stringContaining('newer Dispatch Box') },
        { file: join(folder, 'briefs', 'odd.json'), keptAs: null },
      ],
    })
    expect(library.list('briefs')).toHaveLength(1)
    await expect(library.add('briefs', aBrief('two'))).rejects.toThrow(/newer Dispatch Box/)
    await library.close()
    expect(readFileSync(file, 'utf8')).toBe(newer)
    expect(readdirSync(join(folder, 'briefs'))).toEqual(['odd.json', 'one.json'])
  })

  test('that cannot be reached is left alone, and the library can only be read', async () => {
    const folder = await closedLibrary()
    const file = join(folder, 'library.json')
    rmSync(file)
    symlinkSync('library.json', file)
    const library = await open(folder)
    expect(library.describe()).toMatchObject({
      whyReadOnly: expect.any(Object),
      setAside: [{ file, keptAs: null }],
    })
    await expect(library.add('briefs', aBrief('two'))).rejects.toThrow(/library\.json that cannot be read/)
    await library.close()
  })

  test.each(['{"schema":1}', '{"schema":1,"id":', '[]'])(
    'that holds %s is kept, replaced, and told of in plain words',
    async content => {
      const folder = await closedLibrary()
      writeFileSync(join(folder, 'library.json'), content)
      const library = await open(folder)
      const [kept] = library.describe().setAside
      expect(kept?.reason).toMatch(/^it[a-zA-Z,.: “”]+$/)
      expect(readFileSync(kept?.keptAs ?? '', 'utf8')).toBe(content)
      await library.close()
      const again = await open(folder)
      expect(again.describe()).toMatchObject({ whyReadOnly: null, setAside: [] })
      await again.close()
    },
  )

  test('that is damaged and cannot be kept is not replaced', async () => {
    const folder = await closedLibrary()
    writeFileSync(join(folder, 'library.json'), '{')
    symlinkSync(join(folder, 'nowhere', 'at-all'), join(folder, 'set-aside'))
    const library = await open(folder)
    expect(library.describe().setAside).toMatchObject([{ keptAs: null }])
    expect(readFileSync(join(folder, 'library.json'), 'utf8')).toBe('{')
    expect(library.list('briefs')).toHaveLength(1)
    await library.close()
  })
})

describe('a record', () => {
  test('that the disk does not give now is left where it is, with a plain reason', async () => {
    const folder = await closedLibrary()
    const around = join(folder, 'briefs', 'around.json')
    symlinkSync('around.json', around)
    const within = join(folder, 'briefs', 'within.json')
    mkdirSync(within)
    const library = await open(folder)
    expect(library.describe().setAside).toEqual([
      {
        file: around,
        keptAs: null,
        reason: expect.stringMatching(/^it is a link/),
        replacedBy: null,
      },
      { file: within, keptAs: null, reason: 'it is a folder, not a file', replacedBy: null },
    ])
    expect(statSync(within).isDirectory()).toBe(true)
    await library.close()
  })

  test('that cannot be set aside is left and named, and the rest opens', async () => {
    const folder = await closedLibrary()
    // With the time its name would be longer than a file's may be.
    const file = join(folder, 'briefs', `${'o'.repeat(240)}.json`)
    writeFileSync(file, '{')
    const library = await open(folder)
    expect(library.describe().setAside).toMatchObject([
      { file, keptAs: null, reason: expect.stringContaining('cut short') },
    ])
    expect(existsSync(file)).toBe(true)
    expect(library.list('briefs')).toHaveLength(1)
    await library.close()
  })

  test('never takes the place of a file that came after the opening', async () => {
    const folder = await closedLibrary()
    const library = await open(folder)
    const file = join(folder, 'briefs', 'a-brief.json')
    writeFileSync(file, 'from elsewhere')
    await expect(library.add('briefs', aBrief('a-brief'))).rejects.toMatchObject({
      code: 'unwritable',
      message: expect.stringContaining(file),
    })
    expect(readFileSync(file, 'utf8')).toBe('from elsewhere')
    expect(library.list('briefs')).toHaveLength(1)
    await library.add('briefs', aBrief(await library.newId('A brief')))
    expect(library.list('briefs').map(record => record.id)).toContain('a-brief-2')
    await library.close()
  })
})

describe('an opening that reads every record', () => {
  /** A closed library of many records whose index was deleted. */
  async function libraryToRead(count: number): Promise<string> {
    const folder = await closedLibrary()
    const brief = readFileSync(join(folder, 'briefs/one.json'), 'utf8')
    for (let each = 2; each <= count; each++) {
      const record = { ...JSON.parse(brief), id: `number-${each}` }
      writeFileSync(join(folder, `briefs/number-${each}.json`), JSON.stringify(record))
    }
    rmSync(join(folder, 'index'), { recursive: true })
    return folder
  }
  type Told = { stage: string; done: number; of: number }
  const openTelling = (folder: string, tell: (progress: Told) => void, signal?: AbortSignal) =>
    openLibrary({ folder, access: 'write', now, check: { after: 60_000 }, signal, onProgress: tell })

  test('tells how far it is, and the next one tells nothing', async () => {
    const folder = await libraryToRead(40)
    const told: Told[] = []
    await (await openTelling(folder, progress => told.push(progress))).close()
    expect(told[0]).toEqual({ stage: 'reading', done: 0, of: 40 })
    expect(told.at(-1)).toEqual({ stage: 'reading', done: 40, of: 40 })
    told.length = 0
    const library = await openTelling(folder, progress => told.push(progress))
    expect(library.list('briefs')).toHaveLength(40)
    expect(told).toEqual([])
    await library.close()
  })

  test('that is broken off lets the library go, and its index is not taken for whole', async () => {
    const folder = await libraryToRead(40)
    const stop = new AbortController()
    const told: Told[] = []
    const half = (progress: Told) => {
      told.push(progress)
      if (progress.done > 0) stop.abort()
    }
    await expect(openTelling(folder, half, stop.signal)).rejects.toThrow('aborted')
    expect(told.at(-1)?.done).toBeLessThan(40)
    told.length = 0
    const library = await openTelling(folder, progress => told.push(progress))
    expect(told.at(-1)).toEqual({ stage: 'reading', done: 40, of: 40 })
    expect(library.describe().whyReadOnly).toBeNull()
    expect(library.list('briefs')).toHaveLength(40)
    await library.close()
  })
})
