import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { describe, expect, test } from 'vitest'
import {
  createDurably,
  DurableFile,
  moveDurably,
  systemDisk,
  writeDurably,
} from '../../../main/library/durable-file.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('writing durably', () => {
  test('puts the new bytes under the name and leaves nothing else in the folder', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.json')
    await writeDurably(path, bytes('old'))
    await writeDurably(path, bytes('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test('keeps the mode of the file it replaces', async () => {
    const path = join(temporaryFolder(), 'a.json')
    writeFileSync(path, 'old')
    chmodSync(path, 0o600)
    await writeDurably(path, bytes('new'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('leaves no half file where the name is taken by a folder', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'a.json'))
    await expect(writeDurably(join(folder, 'a.json'), bytes('new'))).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test('never writes through a link that stands under the name', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'elsewhere'), 'untouched')
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'a.json'))
    await writeDurably(join(folder, 'a.json'), bytes('new'))
    expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('untouched')
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new')
  })
})

describe('a folder that cannot be flushed', () => {
  const unflushable = {
    ...systemDisk,
    flushFolder: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })),
  }

  test('does not fail a write whose file already stands under its name', async () => {
    const path = join(temporaryFolder(), 'a.json')
    writeFileSync(path, 'old')
    await writeDurably(path, bytes('new'), unflushable)
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  test('does not fail a move that has happened', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.json'), 'moved')
    await moveDurably(join(folder, 'a.json'), join(folder, 'b.json'), unflushable)
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe('moved')
  })
})

describe('creating durably', () => {
  const linkless = {
    ...systemDisk,
    link: () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })),
  }

  test.each([
    ['with links', systemDisk],
    ['without links', linkless],
  ])('on a disk %s makes a new file and never replaces one', async (_name, disk) => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.json')
    await createDurably(path, bytes('first'), disk)
    await expect(createDurably(path, bytes('second'), disk)).rejects.toMatchObject({ code: 'EEXIST' })
    expect(readFileSync(path, 'utf8')).toBe('first')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test('of many at once lets one win', async () => {
    const path = join(temporaryFolder(), 'a.json')
    const asked = [...'abcdefgh'].map(letter => createDurably(path, bytes(letter)))
    const outcomes = await Promise.allSettled(asked)
    expect(outcomes.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(1)
  })
})

test('a name of the greatest length in Japanese can be written', async () => {
  const folder = temporaryFolder()
  const name = `${'報'.repeat(83)}.pdf`
  await writeDurably(join(folder, name), bytes('pdf'))
  expect(readdirSync(folder)).toEqual([name])
})

describe('the lowdb adapter', () => {
  const numbers = (stored: unknown) => stored as number[]

  test('gives back through lowdb what was written through lowdb', async () => {
    const path = join(temporaryFolder(), 'numbers.json')
    await new Low(new DurableFile(path, numbers), [1, 2, 3]).write()
    const again = new Low(new DurableFile(path, numbers), [])
    await again.read()
    expect(again.data).toEqual([1, 2, 3])
  })

  test('reads null where there is no file', async () => {
    expect(await new DurableFile(join(temporaryFolder(), 'none.json'), numbers).read()).toBeNull()
  })

  test('refuses bytes that are not UTF-8 instead of replacing them', async () => {
    const path = join(temporaryFolder(), 'bad.json')
    writeFileSync(path, Buffer.from([0x22, 0xff, 0x22]))
    await expect(new DurableFile(path, numbers).read()).rejects.toThrow(TypeError)
  })
})
