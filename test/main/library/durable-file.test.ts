import {
  chmodSync,
  linkSync,
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
  type Disk,
  DurableFile,
  moveDurably,
  previousOf,
  replaceDurably,
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

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

describe('replacing durably', () => {
  test('keeps the file that was there before, once, with its own bytes', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.json')
    for (const text of ['first', 'second', 'third']) await replaceDurably(path, bytes(text))
    expect(readFileSync(path, 'utf8')).toBe('third')
    expect(readFileSync(previousOf(path), 'utf8')).toBe('second')
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.json.prev'])
  })

  test('keeps it as a copy on a disk where a file cannot have two names', async () => {
    const path = join(temporaryFolder(), 'a.json')
    writeFileSync(path, 'old')
    await replaceDurably(path, bytes('new'), { ...systemDisk, link: failing('ENOTSUP') })
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readFileSync(previousOf(path), 'utf8')).toBe('old')
  })

  test('goes on where it was cut off between keeping the old file and replacing it', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.json')
    writeFileSync(path, 'old')
    linkSync(path, previousOf(path))
    await replaceDurably(path, bytes('new'))
    expect(readFileSync(previousOf(path), 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.json.prev'])
  })

  test.each(['EBUSY', 'EPERM'])('waits for a program that holds the file for a moment (%s)', async code => {
    const path = join(temporaryFolder(), 'a.json')
    writeFileSync(path, 'old')
    let refusals = 3
    const rename = (from: string, to: string) => {
      refusals -= 1
      return refusals >= 0 ? failing(code)() : systemDisk.rename(from, to)
    }
    await replaceDurably(path, bytes('new'), { ...systemDisk, rename })
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  test.each(['open', 'rename'] as const)('leaves the old file as it was where %s fails', async call => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.json')
    writeFileSync(path, 'old')
    await expect(
      replaceDurably(path, bytes('new'), { ...systemDisk, [call]: failing('EIO') }),
    ).rejects.toMatchObject({ code: 'EIO' })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  test('writes on where the disk takes fewer bytes than it was given', async () => {
    const path = join(temporaryFolder(), 'a.json')
    const text = 'a text of which only seven bytes go at a time'
    await replaceDurably(path, bytes(text), {
      ...systemDisk,
      open: async (...asked) => {
        const handle = await systemDisk.open(...asked)
        const write = handle.write.bind(handle) as (...given: unknown[]) => Promise<unknown>
        handle.write = ((data: Uint8Array, offset: number, length: number, position: number) =>
          write(data, offset, Math.min(length, 7), position)) as typeof handle.write
        return handle
      },
    })
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  test('does not flush again a file that failed to be flushed, and leaves nothing of it', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.json')
    writeFileSync(path, 'old')
    let flushes = 0
    const disk: Disk = {
      ...systemDisk,
      open: async (...asked) => {
        const handle = await systemDisk.open(...asked)
        handle.sync = () => {
          flushes += 1
          return failing('EIO')()
        }
        return handle
      },
    }
    await expect(replaceDurably(path, bytes('new'), disk)).rejects.toMatchObject({ code: 'EIO' })
    expect(flushes).toBe(1)
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })
})

describe('a folder that cannot be flushed', () => {
  const unflushable = { ...systemDisk, flushFolder: failing('EIO') }

  test('makes a write one that is not reported as done', async () => {
    const path = join(temporaryFolder(), 'a.json')
    writeFileSync(path, 'old')
    await expect(replaceDurably(path, bytes('new'), unflushable)).rejects.toMatchObject({ code: 'EIO' })
    await expect(writeDurably(path, bytes('new'), unflushable)).rejects.toMatchObject({ code: 'EIO' })
  })

  test('leaves nothing of a new file that was not reported as done', async () => {
    const folder = temporaryFolder()
    await expect(createDurably(join(folder, 'a.json'), bytes('new'), unflushable)).rejects.toThrow('EIO')
    expect(readdirSync(folder)).toEqual([])
  })

  test('brings a file back whose move was not reported as done', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.json'), 'moved')
    await expect(moveDurably(join(folder, 'a.json'), join(folder, 'b.json'), unflushable)).rejects.toThrow(
      'EIO',
    )
    expect(readdirSync(folder)).toEqual(['a.json'])
  })
})

test('moving never replaces a file', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.json'), 'moved')
  writeFileSync(join(folder, 'b.json'), 'taken')
  const [from, to] = [join(folder, 'a.json'), join(folder, 'b.json')]
  await expect(moveDurably(from, to)).rejects.toMatchObject({ code: 'EEXIST' })
  expect([readFileSync(from, 'utf8'), readFileSync(to, 'utf8')]).toEqual(['moved', 'taken'])
})

describe('creating durably', () => {
  const linkless = { ...systemDisk, link: failing('EPERM') }

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
    await new Low(new DurableFile(path, numbers, null), [1, 2, 3]).write()
    const again = new Low(new DurableFile(path, numbers, null), [])
    await again.read()
    expect(again.data).toEqual([1, 2, 3])
  })

  test('reads null where there is no file', async () => {
    expect(await new DurableFile(join(temporaryFolder(), 'none.json'), numbers, null).read()).toBeNull()
  })

  test('refuses bytes that are not UTF-8 instead of replacing them', async () => {
    const path = join(temporaryFolder(), 'bad.json')
    writeFileSync(path, Buffer.from([0x22, 0xff, 0x22]))
    await expect(new DurableFile(path, numbers, null).read()).rejects.toThrow(TypeError)
  })
})
