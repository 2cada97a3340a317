import { describe, expect, test } from 'vitest'
import { type ArchiveEntry, partsOf, unpack } from '../../../../main/capture/archive/archive.ts'
import { captureLimits } from '../../../../main/capture/limits.ts'
import { renamedIn, zipOf } from '../zip-of.ts'

const megabyte = 1024 * 1024

async function unpacked(zip: Uint8Array, given = {}) {
  const entries: ArchiveEntry[] = []
  const onEntry = (entry: ArchiveEntry) => entries.push(entry)
  const rest = await unpack('a.zip', zip, { choose: () => () => true, onEntry, ...given })
  return { paths: entries.map(({ path }) => path), entries, ...rest }
}

describe('a ZIP', () => {
  test('gives its files with their paths and bytes', async () => {
    const { entries } = await unpacked(await zipOf({ 'May/kato.md': '# Kato', 'über.txt': 'Words.' }))
    expect(entries.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['May/kato.md', '# Kato'],
      ['über.txt', 'Words.'],
    ])
  })

  test('keeps to itself what systems add, and hidden files', async () => {
    const zip = await zipOf({
      'a.txt': 'a',
      '__MACOSX/._a.txt': 'x',
      '.DS_Store': 'x',
      'b/.git/config': 'x',
      'b/Thumbs.db': 'x',
    })
    expect((await unpacked(zip)).paths).toEqual(['a.txt'])
  })

  test('keeps links to itself', async () => {
    expect((await unpacked(await zipOf({ link: '/etc/passwd' }, { mode: 0o120777 }))).paths).toEqual([])
  })

  test.each([
    ['../../up.txt', 'xx/xx/up.txt'],
    ['/absolute.txt', 'xabsolute.txt'],
    ['C:/drive.txt', 'xx/drive.txt'],
    ['C:\\drive.txt', 'xx/drive.txt'],
    ['a/..\\b.txt', 'a/xx/b.txt'],
  ])('names a file that is called %s as left out, and gives the others', async (bad, plain) => {
    const zip = renamedIn(await zipOf({ [plain]: 'x', 'good.txt': 'x' }), plain, bad)
    const { paths, spoilt } = await unpacked(zip)
    expect(paths).toEqual(['good.txt'])
    expect(spoilt).toMatchObject([{ what: 'has a name that leads out of the ZIP file' }])
  })

  test('reads the names that Japanese Windows writes', async () => {
    // 加藤.txt in Shift_JIS, without the mark of UTF-8.
    const zip = renamedIn(await zipOf({ 'abcd.txt': 'x' }), 'abcd', '\x89\xc1\x93\xa1')
    const unmarked = Buffer.from(zip)
    unmarked.writeUInt16LE(0, unmarked.indexOf('PK\x01\x02', 0, 'latin1') + 8)
    expect((await unpacked(unmarked)).paths).toEqual(['加藤.txt'])
  })

  test('is refused where it has a password', async () => {
    const zip = Buffer.from(await zipOf({ 'a.txt': 'x' }))
    // The first of the general purpose flags of its list.
    const list = zip.indexOf('PK\x01\x02', 0, 'latin1')
    zip.writeUInt16LE(zip.readUInt16LE(list + 8) | 1, list + 8)
    await expect(unpacked(zip)).rejects.toThrow(
      /“a.zip” is protected by a password. Nothing was imported and the file was not touched. Unpack it/,
    )
  })

  test('is refused where it is damaged', async () => {
    const zip = await zipOf({ 'a.txt': 'word '.repeat(1000) })
    await expect(unpacked(zip.subarray(0, 60))).rejects.toThrow(/“a.zip” is damaged/)
    const wrong = Buffer.from(zip)
    wrong.fill(0xff, 40, 60)
    await expect(unpacked(wrong)).rejects.toThrow(/“a.zip” is damaged/)
  })

  test('says how many of its files are done', async () => {
    const seen: [number, number][] = []
    await unpacked(await zipOf({ 'a.txt': 'x', 'b.txt': 'x' }), {
      report: (done: number, of: number) => seen.push([done, of]),
    })
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ])
  })
})

test('what is not wanted of a ZIP is named and never unpacked', async () => {
  const zip = await zipOf({ 'a.txt': 'a', 'film.mp4': Buffer.alloc(50 * megabyte) })
  const choose = () => (path: string) => path.endsWith('.txt')
  expect(await unpacked(zip, { choose })).toMatchObject({
    paths: ['a.txt'],
    leftOut: ['film.mp4'],
    spoilt: [],
  })
})

describe('a bomb', () => {
  test('is refused once more is unpacked than a file may hold, wherever it lies', async () => {
    const zeros = Buffer.alloc(150 * megabyte)
    const zip = await zipOf({ 'a.bin': zeros, 'b.bin': zeros })
    const limits = { ...captureLimits, unpackedRatio: 1_000_000 }
    await expect(unpacked(zip, { limits })).rejects.toThrow(/“a.zip” unpacks to more than 200 MB/)
    await expect(partsOf('a.docx', zip, { limits })).rejects.toThrow(/“a.docx” unpacks to more than 200 MB/)
  })

  test('is refused where it is a hundred times larger than its file', async () => {
    const zip = await zipOf({ 'a.bin': Buffer.alloc(20 * megabyte) })
    await expect(unpacked(zip)).rejects.toThrow(/“a.zip” unpacks to more than 100 times its size/)
  })

  test('is none where little is well packed', async () => {
    const parts = await partsOf('a.docx', await zipOf({ 'a.xml': Buffer.alloc(5 * megabyte) }))
    expect(parts.get('a.xml')).toHaveLength(5 * megabyte)
  })

  test('is refused where it holds thousands of files', async () => {
    const files = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}.txt`, 'x']))
    await expect(unpacked(await zipOf(files))).rejects.toThrow(/“a.zip” holds more than 2000 files/)
  })

  test('is refused where its own list says less than there is', async () => {
    const zip = Buffer.from(await zipOf({ 'a.bin': Buffer.alloc(150 * megabyte) }))
    const list = zip.indexOf('PK\x01\x02', 0, 'latin1')
    zip.writeUInt32LE(100, list + 24)
    await expect(unpacked(zip)).rejects.toThrow(/“a.zip” (?:is damaged|unpacks to more than)/)
  })
})
