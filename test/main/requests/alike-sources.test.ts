import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from './desk.ts'

const sentence = (number: number) => `Sentence ${number} tells of harbour dues in the year ${1900 + number}.`
const story = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => sentence(from + at)).join('\n\n')

function fileOf(name: string, text: string): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, text)
  return file
}

test('the very words of a source are not stored twice, in whatever file they come', async () => {
  const text = `# Harbour dues\n\n${story(0, 10)}`
  const files = [
    fileOf('one.md', text),
    fileOf('two.txt', `${text.slice(2).replaceAll('\n\n', '\r\n\r\n')}\n`),
  ]
  const { ask, library } = await openDesk({ dialogs: { chooseSources: async () => files } })
  const first = (await ask('source.paste', { text })).source
  const { sources, known, failures } = await ask('source.import', {})
  expect(sources.map(({ id }) => id)).toEqual([first.id, first.id])
  expect(known).toEqual([first.id, first.id])
  expect(failures).toEqual([])
  expect((await ask('source.paste', { text })).source.id).toBe(first.id)
  expect(library.list('sources')).toHaveLength(1)
})

test('one changed digit makes another source, which is linked with the first', async () => {
  const { ask, library } = await openDesk()
  const first = (await ask('source.paste', { text: story(0, 10) })).source
  const second = (await ask('source.paste', { text: story(0, 10).replace('1903', '1913') })).source
  expect(second.id).not.toBe(first.id)
  expect(await ask('source.alike', { id: first.id })).toEqual({
    sources: [expect.objectContaining({ id: second.id })],
  })
  expect(await ask('source.alike', { id: second.id })).toEqual({
    sources: [expect.objectContaining({ id: first.id })],
  })
  expect(library.list('sources')).toHaveLength(2)
})

test('a copy under another headline and with its end cut off is linked, another story is not', async () => {
  const { ask } = await openDesk()
  const whole = (await ask('source.paste', { text: `Harbour dues rise\n\n${story(0, 20)}` })).source
  const cut = (await ask('source.paste', { text: `By our own correspondent\n\n${story(0, 12)}` })).source
  await ask('source.paste', { text: story(20, 40) })
  const idsOf = async (id: string) => (await ask('source.alike', { id })).sources.map(source => source.id)
  expect(await idsOf(cut.id)).toEqual([whole.id])
  expect(await idsOf(whole.id)).toEqual([cut.id])
})

test('what was deleted is no copy any more, and what was corrected is judged by what it says now', async () => {
  const { ask, folder, library } = await openDesk()
  const first = (await ask('source.paste', { text: story(0, 10) })).source
  const second = (await ask('source.paste', { text: story(0, 9) })).source
  const alike = async () => (await ask('source.alike', { id: first.id })).sources.map(({ id }) => id)
  expect(await alike()).toEqual([second.id])
  await ask('source.set', { id: second.id, fields: { text: story(50, 60) } })
  expect(await alike()).toEqual([])
  await ask('source.set', { id: second.id, fields: { text: story(0, 8) } })
  expect(await alike()).toEqual([second.id])
  await library.close()
  // What the index keeps of the texts is there at the next start.
  const again = await openDesk({}, folder)
  const { sources } = await again.ask('source.alike', { id: first.id })
  expect(sources.map(({ id }) => id)).toEqual([second.id])
  await again.ask('record.delete', { id: second.id })
  expect(await again.ask('source.alike', { id: first.id })).toEqual({ sources: [] })
})

test('a deleted source may be taken in again', async () => {
  const { ask, library } = await openDesk()
  const { id } = (await ask('source.paste', { text: story(0, 10) })).source
  await ask('record.delete', { id })
  const again = (await ask('source.paste', { text: story(0, 10) })).source
  expect(again.id).not.toBe(id)
  expect(library.list('sources').map(source => source.id)).toEqual([again.id])
})

test('of two copies that come at once one is stored', async () => {
  const { ask, library } = await openDesk()
  const both = await Promise.all([1, 2].map(() => ask('source.paste', { text: story(0, 10) })))
  expect(both.map(({ isKnown }) => isKnown)).toEqual([false, true])
  expect(library.list('sources')).toHaveLength(1)
})
