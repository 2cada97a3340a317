import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Finder, openFinder } from '../../../main/finder/finder.ts'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'
import type { Suggestions } from '../../../shared/extract/suggestions.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const thread = resolve('main/finder/finder-thread.ts')
const opened: Finder[] = []
const open = (module = thread, limit?: number) => {
  const finder = openFinder(module, limit)
  opened.push(finder)
  return finder
}
afterEach(async () => {
  for (const finder of opened.splice(0)) await finder.close()
})

const words = 'Holdings rose to $1.13 trillion in March. “It does exist as an option,” Katsunobu Kato said.'

/** A thread of the test's own: it says nothing to a text with “hang” in it, and ends at one with “end”. */
function awkwardThread(): string {
  const file = join(temporaryFolder(), 'thread.mjs')
  const found = '{ quotes: [], figures: [], events: [], people: [] }'
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, text }) => {
      if (text.includes('hang')) for (;;);
      if (text.includes('end')) process.exit(1)
      parentPort.postMessage({ id, suggestions: ${found}, isWhole: true })
    })`,
  )
  return file
}

test('what the thread finds is what the finder finds in place', async () => {
  const finder = open()
  expect(await finder.find(words, '2025-05-03')).toEqual(findEvidence(words, '2025-05-03'))
  const [one, other] = await Promise.all([finder.find('No day: $5.', null), finder.find(words, null)])
  expect(one).toEqual(findEvidence('No day: $5.', null))
  expect(other).toEqual(findEvidence(words, null))
})

test('of a long text the opening is told first', async () => {
  const text = Array.from({ length: 600 }, (_, number) => `${words} It was day ${number}.`).join('\n\n')
  const openings: Suggestions[] = []
  const found = await open().find(text, '2025-05-03', opening => openings.push(opening))
  expect(openings).toHaveLength(1)
  const [opening] = openings
  expect(opening?.quotes.length).toBeGreaterThan(100)
  expect(found.quotes).toHaveLength(600)
  expect(found.quotes.slice(0, opening?.quotes.length)).toEqual(opening?.quotes)
})

test('a text that takes too long is given up, and the next is read', async () => {
  const finder = open(awkwardThread(), 300)
  const [hanging, next] = await Promise.allSettled([finder.find('hang', null), finder.find('goes on', null)])
  expect(hanging).toMatchObject({ status: 'rejected', reason: { code: 'failed' } })
  expect(next).toMatchObject({ status: 'fulfilled' })
})

test('a thread that ends is replaced', async () => {
  const finder = open(awkwardThread())
  await expect(finder.find('end', null)).rejects.toThrow('ended')
  await expect(finder.find('goes on', null)).resolves.toMatchObject({ quotes: [] })
})
