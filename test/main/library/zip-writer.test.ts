import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { type ZipWriter, zipWriter } from '../../../main/library/zip-writer.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const time = new Date('2025-05-03T10:00:00')

async function zipOf(write: (zip: ZipWriter) => Promise<void>): Promise<string> {
  const path = join(temporaryFolder(), 'written.zip')
  const file = await open(path, 'wx')
  const zip = zipWriter(file, time)
  await write(zip)
  await zip.end()
  await file.close()
  return path
}

async function read(path: string): Promise<Map<string, string>> {
  const zip = await openPromise(path)
  const found = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    expect(entry.getLastModDate({ timezone: 'local' })).toEqual(time)
    found.set(entry.fileName, Buffer.concat(chunks).toString())
  }
  zip.close()
  return found
}

async function* inChunks(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

test('files whole and streamed, packed and not, empty and with other scripts in their names, are read again', async () => {
  const path = await zipOf(async zip => {
    await zip.add('briefs/one.json', Buffer.from('A brief. '.repeat(100)), true)
    await zip.add('empty', Buffer.alloc(0), true)
    await zip.add('much', Buffer.alloc(5 << 20, 'much '), false)
    await zip.stream('attachments/long', inChunks('first, ', 'then second'), true)
    await zip.stream('attachments/空.gz', inChunks('as it is'), false)
    await zip.stream('nothing', inChunks(), true)
    await zip.add('history/last.gz', Buffer.from('kept'), false)
  })
  expect(Object.fromEntries(await read(path))).toEqual({
    'briefs/one.json': 'A brief. '.repeat(100),
    empty: '',
    much: 'much '.repeat(1 << 20),
    'attachments/long': 'first, then second',
    'attachments/空.gz': 'as it is',
    nothing: '',
    'history/last.gz': 'kept',
  })
})

test('more files than sixteen bits can count are all there', async () => {
  const count = 66_000
  const path = await zipOf(async zip => {
    for (let each = 0; each < count; each++) await zip.add(`${each}`, Buffer.from(`${each}`), false)
  })
  const zip = await openPromise(path)
  expect(zip.entryCount).toBe(count)
  let last = ''
  for await (const entry of zip.eachEntry()) last = entry.fileName
  expect(last).toBe(`${count - 1}`)
  zip.close()
})
