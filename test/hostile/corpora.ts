// The hostile texts that are tried, by where they are from.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { projectRoot } from '../../scripts/executable.mjs'
import { generatedVectors } from './generated-vectors.ts'

export type Corpus = { name: string; vectors: readonly string[] }

/** `data` holds a folder `hostile/` of more (none: null), `file` is an array of strings in JSON. */
export async function corpora(asked: {
  data: string
  file: string | undefined
  count: number
  seed: number
  say: (line: string) => void
}): Promise<Corpus[]> {
  const own = join(projectRoot, 'test/fixtures/hostile')
  const found: Corpus[] = [
    { name: 'our own, HTML', vectors: strings(await readJson(join(own, 'html.json'))) },
    { name: 'our own, Markdown', vectors: strings(await readJson(join(own, 'markdown.json'))) },
  ]
  for (const file of ['html-vectors.json', 'naughty-strings.json']) {
    const path = join(asked.data, 'hostile', file)
    if (existsSync(path)) found.push(...groups(basename(file, '.json'), await readJson(path)))
    else asked.say(`Left out, since it is not there: ${path}`)
  }
  if (asked.file !== undefined)
    found.push({ name: basename(asked.file), vectors: strings(await readJson(asked.file)) })
  found.push({ name: `generated, seed ${asked.seed}`, vectors: generatedVectors(asked.count, asked.seed) })
  return found
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'))
}

/** A file may hold one list of strings, or several by their names. */
function groups(name: string, content: unknown): Corpus[] {
  if (Array.isArray(content)) return [{ name, vectors: strings(content) }]
  return Object.entries(content as Record<string, unknown>).map(([part, list]) => ({
    name: part,
    vectors: strings(list),
  }))
}

/** Throws where it is no array of strings. */
function strings(content: unknown): string[] {
  if (!Array.isArray(content) || content.some(each => typeof each !== 'string'))
    throw new TypeError('A corpus is a JSON array of strings.')
  return [...new Set<string>(content)].filter(each => each !== '')
}
