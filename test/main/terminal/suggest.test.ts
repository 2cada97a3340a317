import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { suggestForFile, suggestForLines } from '../../../main/terminal/suggest.ts'
import { type Call, parseCall } from '../../../main/terminal/usage.ts'
import type { Suggestions } from '../../../shared/extract/suggestions.ts'
import { reading } from '../capture/reading.ts'

const words = '“The harbour wall will not hold,” Ann Bell said. It closes by June.'

async function answersTo(...chunks: string[]) {
  const lines: string[] = []
  const input = (async function* () {
    yield* chunks
  })()
  const failures = await suggestForLines(input, async line => void lines.push(line))
  return { failures, lines, answers: lines.map(line => JSON.parse(line)) }
}

async function suggestionsFor(name: string, text: string, ...options: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'suggest-'))
  await writeFile(join(folder, name), text)
  return suggestForFile(parseCall(['suggest', name, ...options]) as Call, folder, reading)
}

test('a file is answered with what stands at each place of its text', async () => {
  const found = (await suggestionsFor('wall.md', words, '--date', '2025-05-03'))?.json as Suggestions
  expect(found.quotes).toMatchObject([{ text: 'The harbour wall will not hold,', speaker: 'Ann Bell' }])
  expect(found.events).toMatchObject([{ when: '../2025-06' }])
  expect(found.people).toMatchObject([{ name: 'Ann Bell' }])
})

test('the day of a file is the one it says it is from, where none is named', async () => {
  const dated = `---\ndate: 2025-05-03\n---\n\n${words}`
  const found = (await suggestionsFor('wall.md', dated))?.json as Suggestions
  expect(found.events.at(-1)?.when).toBe('../2025-06')
})

test('a name that is no file is left to the library', async () => {
  const call = parseCall(['suggest', 'japan-treasuries']) as Call
  expect(await suggestForFile(call, tmpdir(), reading)).toBeNull()
})

test('each line is answered under its id, wherever the chunks break', async () => {
  const line = JSON.stringify({ id: 'a', text: words, date: '2025-05-03', lang: 'en' })
  const { answers, failures } = await answersTo(
    line.slice(0, 30),
    `${line.slice(30)}\n\n{"id":2,`,
    '"text":""}',
  )
  expect(answers).toMatchObject([
    { id: 'a', quotes: [{ cue: 'said' }] },
    { id: 2, quotes: [] },
  ])
  expect(failures).toBe(0)
})

test('a line that is no question is answered with what is wrong, and the next one as ever', async () => {
  const { answers, failures } = await answersTo(
    `nonsense\n{"id":1}\n${JSON.stringify({ id: 2, text: words })}\n`,
  )
  expect(answers).toMatchObject([
    { id: null, error: expect.stringContaining('no JSON') },
    { id: null, error: expect.stringContaining('no object') },
    { id: 2 },
  ])
  expect(failures).toBe(2)
})

test('separators that some readers take for line ends are escaped', async () => {
  const { lines } = await answersTo(
    JSON.stringify({ id: 1, text: '“One two three four\u2028five,” Ann Bell said.' }),
  )
  expect(lines[0]).not.toContain('\u2028')
  expect(JSON.parse(lines[0] ?? '').quotes[0].text).toContain('\u2028')
})
