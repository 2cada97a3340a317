// A library of any size, the same at every run with a seed: words by Zipf's law, evidence anchored in its sources, briefs that use it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newestLibrarySchema } from '../../shared/model/migrate.ts'
import type { AnyRecord, Brief, Collection, Quote, Source } from '../../shared/model/records.ts'
import { unsetBrief, unsetQuote, unsetSource } from '../unset-fields.ts'
import { vocabulary, withNames, zipf } from './generated-words.ts'
import { randomFrom } from './random.ts'

/** Bytes of text in a brief and in a source. */
const textLength = 5_000
/** Pieces of evidence a source. */
const evidencePerSource = 5
const vocabularySize = 50_000

/** The words that its texts are made of, the most frequent first. */
export function generatedVocabulary(seed: number): string[] {
  return vocabulary(randomFrom(seed), vocabularySize)
}

/** Every record of a library with so many briefs, as many sources and five times as many quotes. */
export function* generatedRecords(
  briefs: number,
  seed: number,
): Generator<{ collection: Collection; record: AnyRecord }> {
  const random = randomFrom(seed)
  const word = withNames(random, zipf(random, generatedVocabulary(seed)))
  for (let number = 0; number < briefs; number++) {
    const source = aSource(`source-${number}`, sentences(word, random, textLength), number)
    yield { collection: 'sources', record: source }
    const quotes = Array.from({ length: evidencePerSource }, (_, index) => aQuote(source, number, index))
    for (const record of quotes) yield { collection: 'quotes', record }
    const links = quotes.map(({ id }) => `:quote[]{#${id}}`).join(' ')
    const body = `${sentences(word, random, textLength - links.length)}\n\n${links}`
    yield {
      collection: 'briefs',
      record: aBrief(`brief-${number}`, `${word()} ${word()} ${number}`, body, number),
    }
  }
}

/** Writes the files of such a library, without flushing them; gives its records in one object, as one lowdb file would hold them. */
export async function writeGeneratedLibrary(
  folder: string,
  briefs: number,
  seed: number,
): Promise<Record<Collection, AnyRecord[]>> {
  const whole: Record<Collection, AnyRecord[]> = {
    sources: [],
    quotes: [],
    figures: [],
    events: [],
    people: [],
    briefs: [],
  }
  await writeGeneratedFiles(folder, briefs, seed, (collection, record) => whole[collection].push(record))
  return whole
}

/** The same without keeping them: each is told once. */
export async function writeGeneratedFiles(
  folder: string,
  briefs: number,
  seed: number,
  tell: (collection: Collection, record: AnyRecord) => unknown = () => undefined,
): Promise<void> {
  await writeLibraryFile(folder)
  for (const name of ['sources', 'quotes', 'figures', 'events', 'people', 'briefs'])
    mkdirSync(join(folder, name), { recursive: true })
  for (const { collection, record } of generatedRecords(briefs, seed)) {
    // Nothing else is to be done meanwhile, and of hundreds of thousands a promise each takes longer than the file.
    writeFileSync(pathOf(folder, collection, record), textOf(record))
    tell(collection, record)
  }
}

/** Writes the files of a library with records of one kind alone, without flushing them. */
export async function writeLibraryOf(
  folder: string,
  collection: Collection,
  records: Iterable<AnyRecord>,
): Promise<void> {
  await mkdir(join(folder, collection), { recursive: true })
  await writeLibraryFile(folder)
  for (const record of records) await writeFile(pathOf(folder, collection, record), textOf(record))
}

async function writeLibraryFile(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'library.json'),
    // Of the newest schema: one of an earlier version would be backed up whole before anything is measured.
    JSON.stringify({
      schema: newestLibrarySchema,
      id: '5b0e8f8e-6a53-4b66-9d5a-0a4a6a2f9d11',
      name: 'Generated',
      settings: { checks: {} },
      keys: null,
    }),
  )
}

function pathOf(folder: string, collection: Collection, { id }: AnyRecord): string {
  return join(folder, collection, `${id}.json`)
}

function textOf(record: AnyRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`
}

function sentences(word: () => string, random: () => number, length: number): string {
  let text = ''
  while (text.length < length) {
    const count = 6 + Math.floor(random() * 14)
    const some = Array.from({ length: count }, word).join(' ')
    text += `${some.charAt(0).toUpperCase()}${some.slice(1)}.${random() < 0.2 ? '\n\n' : ' '}`
  }
  return text.slice(0, length)
}

/** A minute later for each. */
const timeOf = (number: number) => new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString()

function common(id: string, number: number) {
  return { schema: 5 as const, id, createdAt: timeOf(number), updatedAt: timeOf(number), tags: ['trade'] }
}

function aSource(id: string, text: string, number: number): Source {
  return {
    ...common(id, number),
    title: text.slice(0, 60).trim(),
    publisher: 'The Gazette',
    authors: [],
    url: `https://example.org/${id}`,
    publishedOn: '2025-05-03',
    capturedAt: timeOf(number),
    kind: 'markdown',
    ...unsetSource,
    language: 'en',
    text,
    sha256: '0'.repeat(64),
    attachment: null,
  }
}

function aQuote(source: Source, number: number, index: number): Quote {
  const start = index * 900
  const end = start + 160
  const exact = source.text.slice(start, end)
  return {
    ...common(`quote-${number}-${index}`, number),
    text: exact.trim() || 'Words.',
    speaker: 'Katsunobu Kato',
    role: 'finance minister',
    organisation: null,
    cue: 'said',
    saidOn: '2025-05-02',
    kind: 'opinion',
    ...unsetQuote,
    anchor: {
      source: source.id,
      quote: {
        exact,
        prefix: source.text.slice(Math.max(0, start - 32), start),
        suffix: source.text.slice(end, end + 32),
      },
      position: { start, end },
    },
  }
}

function aBrief(id: string, title: string, body: string, number: number): Brief {
  return {
    ...common(id, number),
    title,
    body,
    template: 'market-morning-note',
    marking: null,
    recipients: [],
    date: '2025-05-03',
    dueOn: null,
    ...unsetBrief,
  }
}
