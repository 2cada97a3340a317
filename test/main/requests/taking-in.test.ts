import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readingProcess } from '../../../main/capture/process/reading-process.ts'
import { forkedProcess } from '../../../main/terminal/forked-process.ts'
import type { Notices } from '../../../shared/request-names.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { zipOf } from '../capture/zip-of.ts'
import { openDesk } from './desk.ts'

type Progress = Notices['capture.progressed']

/** Writes files to import, and opens a desk whose window hears how far they are. */
async function openWith(files: Record<string, string | Uint8Array>, onProgress: (told: Progress) => void) {
  const folder = temporaryFolder()
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  })
  return openDesk({
    dialogs: { chooseSources: async () => paths },
    notify: (name, payload) => {
      if (name === 'capture.progressed') onProgress(payload as Progress)
    },
  })
}

test('each file is named as it is begun, with how many there are', async () => {
  const told: Progress[] = []
  const { ask } = await openWith({ 'a.txt': 'One.', 'b.txt': 'Two.' }, each => told.push(each))
  await ask('source.import', {})
  expect(told).toEqual([
    { file: 'a.txt', done: 0, of: 0, files: { done: 0, of: 2 } },
    { file: 'b.txt', done: 0, of: 0, files: { done: 1, of: 2 } },
  ])
})

test('a ZIP gives several sources, says what it could not take in, and what it left out', async () => {
  const zip = new Uint8Array(
    await zipOf({ 'kato.md': '# Kato', 'b.txt': 'Rates.', 'empty.md': '', 'chart.png': 'x' }),
  )
  const { ask } = await openDesk()
  const outcome = await ask('source.capture', { name: 'may.zip', bytes: zip })
  expect(outcome.sources.map(({ title }) => title)).toEqual(['Kato', 'Rates'])
  expect(outcome.failures).toMatchObject([{ file: 'may.zip › empty.md' }])
  expect(outcome.leftOut).toEqual(['may.zip › chart.png'])
  expect(outcome.sources[0]?.attachment?.name).toBe('kato.md')
})

test('broken off, what is in stays in, and the rest is left', async () => {
  const desk = await openWith({ 'a.txt': 'One.', 'b.txt': 'Two.', 'c.txt': 'Three.' }, ({ files }) => {
    if (files.done === 1) void desk.ask('capture.cancel', {})
  })
  const { sources, failures, isCancelled } = await desk.ask('source.import', {})
  expect(isCancelled).toBe(true)
  expect(failures).toEqual([])
  expect(sources.length).toBeLessThan(3)
  expect(desk.library.list('sources').length).toBe(sources.length)
})

test('broken off in the middle of a file that stands still, the process is ended and the next file is read', async () => {
  const reading = readingProcess(
    forkedProcess(join(import.meta.dirname, '../capture/process/readers-process.ts')),
  )
  const { ask } = await openDesk({ reading })
  // Large enough not to be decoded in place.
  const padded = (words: string) => new TextEncoder().encode(words.padEnd(1024 * 1024))
  const asked = ask('source.capture', { name: 'a.txt', bytes: padded('stand still') })
  let wasCancelled: boolean | null = null
  void asked.then(({ isCancelled }) => {
    wasCancelled = isCancelled
  })
  await expect
    .poll(async () => {
      await ask('capture.cancel', {})
      return wasCancelled
    })
    .toBe(true)
  const next = await ask('source.capture', { name: 'b.txt', bytes: padded('Words.') })
  expect(next.sources).toHaveLength(1)
  reading.close()
})

test('a piece of a page is read in the other process, and its images are kept', async () => {
  const reading = readingProcess(
    forkedProcess(join(import.meta.dirname, '../capture/process/readers-process.ts')),
  )
  const { ask, folder } = await openDesk({ reading })
  const { id, sha256, attachment } = (await ask('source.paste', { text: 'Held.', html: '<b>Held.</b>' }))
    .source
  const { record } = await ask('record.get', { id })
  expect(record).toMatchObject({ text: '<b>Held.</b> beside Held.' })
  expect(attachment).toBeNull()
  expect(sha256).toBe(createHash('sha256').update('<b>Held.</b> beside Held.').digest('hex'))
  const image = createHash('sha256')
    .update(new Uint8Array([1]))
    .digest('hex')
  expect([...readFileSync(join(folder, 'attachments', image))]).toEqual([1])
  reading.close()
})

test('a paste is broken off like a file, and nothing is kept of it', async () => {
  const reading = readingProcess(
    forkedProcess(join(import.meta.dirname, '../capture/process/readers-process.ts')),
  )
  const { ask, library } = await openDesk({ reading })
  const asked = ask('source.paste', { text: 'stand still'.padEnd(1024 * 1024) })
  const refused = expect(asked).rejects.toThrow('It was stopped, and nothing was imported')
  await ask('capture.cancel', {})
  await refused
  expect(library.list('sources')).toEqual([])
  reading.close()
})

test('with nothing under way there is nothing to break off', async () => {
  const { ask } = await openDesk()
  expect(await ask('capture.cancel', {})).toBeNull()
  expect((await ask('source.capture', { name: 'a.txt', bytes: new Uint8Array([97]) })).isCancelled).toBe(
    false,
  )
})

test('a paste with a piece of a page that cannot be read is kept by its words', async () => {
  const { ask } = await openDesk()
  expect((await ask('source.paste', { text: 'Held.', html: '<p>' })).source).toMatchObject({ title: 'Held' })
  await expect(ask('source.paste', { text: 'a', html: 'x'.repeat(5 * 1024 * 1024 + 1) })).rejects.toThrow(
    /more than 5242880 characters/,
  )
})
