// Libraries of any records, with what is kept beside them.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Library } from '../../../main/library/library.ts'
import type {
  AnyRecord,
  Brief,
  Event,
  Figure,
  FoundRecord,
  Person,
  Quote,
  Source,
} from '../../../shared/model/records.ts'

const time = fc
  .integer({ min: Date.parse('2024-01-01'), max: Date.parse('2025-12-31') })
  .map(at => new Date(at).toISOString())
const awkward = [
  'CON',
  'a/b\\c',
  '..',
  'Ünïcödé – “x”',
  'ünïcödé – “x”',
  '日本国債',
  '- x',
  '# h',
  'null',
  '1.10',
  'yes: no',
  "it's",
  '"',
  '2025-05-03',
  '---',
  'two\nlines',
  'x\n---\ny',
  '[[a]]',
  '~',
  '{#x}',
  ': y',
  '*',
  '&a',
  'a'.repeat(300),
]
const line = fc
  .oneof(fc.constantFrom(...awkward), fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }))
  .map(words => words.trim())
  .filter(words => words !== '')
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const edtf = fc.constantFrom('2025-05-03', '2025-06', '../2025-06', '2025~', '2025-05-03/2025-05-09')
const day = fc.constantFrom('2025-05-03', '1999-12-31')
const tags = fc.array(line, { maxLength: 3 })
const text = fc
  .array(
    fc.oneof(
      line,
      fc.constantFrom('', '---', '\r\n', '\t', ':quote[words]{#a-1}', '::figure{#b-2}', '::', '\\', '  '),
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join('\n'))

const common = { schema: fc.constant(5 as const), createdAt: time, updatedAt: time, tags }
const anchor = fc.constant({
  source: 'a-0',
  quote: { exact: 'x', prefix: '', suffix: '' },
  position: { start: 0, end: 1 },
})

const brief: fc.Arbitrary<Omit<Brief, 'id'>> = fc.record({
  ...common,
  title: line,
  body: text,
  template: line,
  marking: orNull(line.map(words => words.slice(0, 60).trim())),
  recipients: fc.array(line, { maxLength: 2 }),
  date: orNull(day),
  dueOn: orNull(day),
  reference: orNull(line.map(words => words.slice(0, 60).trim())),
  answers: fc.constant([]),
  issues: fc.constant([]),
})
const quote: fc.Arbitrary<Omit<Quote, 'id'>> = fc.record({
  ...common,
  text: text.map(words => `x${words}`.trim()),
  speaker: line,
  role: orNull(line),
  organisation: orNull(line),
  cue: orNull(line),
  saidOn: orNull(edtf),
  kind: fc.constantFrom('fact' as const, 'opinion' as const),
  person: fc.constant(null),
  language: orNull(fc.constant('ja')),
  translation: orNull(fc.constant({ text: 'Words.', language: 'en' })),
  marking: orNull(fc.constant('OFFICIAL')),
  anchor: orNull(anchor),
})
const figure: fc.Arbitrary<Omit<Figure, 'id'>> = fc.record({
  ...common,
  measures: line,
  value: fc.constantFrom('1130000000000', '-0.4', '1.10', '007'),
  upper: orNull(fc.constant('2.50')),
  unit: line,
  qualifier: orNull(fc.constant('at least' as const)),
  scale: orNull(fc.constant('billion' as const)),
  asOf: orNull(edtf),
  shelfLife: orNull(fc.constant('P3M')),
  series: orNull(
    fc.constant([
      { asOf: '2025-03', value: '1.1' },
      { asOf: '2025-04', value: '1.2' },
    ]),
  ),
  marking: orNull(fc.constant('OFFICIAL')),
  anchor: orNull(anchor),
})
const event: fc.Arbitrary<Omit<Event, 'id'>> = fc.record({
  ...common,
  title: line,
  when: edtf,
  status: fc.constantFrom('occurred' as const, 'expected' as const),
  participants: fc.array(line, { maxLength: 2 }),
  place: orNull(line),
  marking: fc.constant(null),
  decision: orNull(
    fc.record({
      brief: fc.constant('a-1'),
      version: fc.constant(1),
      recommendation: line,
      outcome: fc.constantFrom('agreed' as const, 'discuss' as const),
      by: line,
    }),
  ),
  anchor: orNull(anchor),
})
const original = fc.record({ name: line, bytes: fc.uint8Array({ maxLength: 20 }) })
const source: fc.Arbitrary<{ record: Omit<Source, 'id'>; bytes: Uint8Array | null }> = fc
  .tuple(
    fc.record({
      ...common,
      title: line,
      publisher: orNull(line),
      authors: fc.array(line, { maxLength: 2 }),
      url: orNull(fc.constant('https://example.org/a?b=c#d')),
      publishedOn: orNull(edtf),
      capturedAt: time,
      kind: fc.constantFrom('markdown' as const, 'text' as const, 'pdf' as const),
      marking: fc.constant(null),
      textCorrectedAt: orNull(time),
      language: orNull(fc.constant('en-GB')),
      pages: fc.constant<Source['pages']>([{ label: 'iv', start: 0 }]),
      images: fc.constant<Source['images']>([]),
      refused: fc.constant<Source['refused']>([
        {
          kind: 'figure',
          quote: { exact: 'x', prefix: '', suffix: '' },
          position: { start: 0, end: 1 },
        },
      ]),
      text: text.map(words => `x${words}`),
    }),
    orNull(original),
  )
  .map(([fields, file]) => {
    const bytes = file?.bytes ?? null
    const sha256 = createHash('sha256')
      .update(bytes ?? fields.text)
      .digest('hex')
    const attachment = file && { sha256, name: file.name, bytes: file.bytes.length }
    return { record: { ...fields, sha256, attachment }, bytes }
  })

/** What happens to a record after it was made. */
const afterwards = fc.array(fc.constantFrom('version', 'delete', 'empty the trash'), { maxLength: 3 })

const person: fc.Arbitrary<Omit<Person, 'id'>> = fc.record({
  ...common,
  name: line,
  aliases: fc.array(line, { maxLength: 2 }),
  kind: fc.constantFrom('person' as const, 'organisation' as const),
  role: orNull(line),
  organisation: orNull(line),
})

const part = fc.oneof(
  fc.record({ collection: fc.constant('people' as const), record: person, afterwards }),
  fc.record({ collection: fc.constant('briefs' as const), record: brief, afterwards }),
  fc.record({ collection: fc.constant('quotes' as const), record: quote, afterwards }),
  fc.record({ collection: fc.constant('figures' as const), record: figure, afterwards }),
  fc.record({ collection: fc.constant('events' as const), record: event, afterwards }),
  source.chain(({ record, bytes }) =>
    fc.record({
      collection: fc.constant('sources' as const),
      record: fc.constant(record),
      bytes: fc.constant(bytes),
      afterwards,
    }),
  ),
)

/** One record with an id. */
export const arbitraryRecord = part.map(({ collection, record }) => ({
  collection,
  record: { ...record, id: 'a-0' },
}))

export type Part = typeof part extends fc.Arbitrary<infer T> ? T : never

export const arbitraryLibrary: fc.Arbitrary<Part[]> = fc.array(part, { maxLength: 7 })

/** Puts the parts into an empty library under the ids `a-0`, `b-1`… */
export async function fillLibrary(library: Library, parts: readonly Part[]): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const id = await library.newId(`${'abc'[index % 3]} ${index}`)
    if ('bytes' in part && part.bytes) await library.attach(part.record.sha256, part.bytes)
    const record = { ...part.record, id } as AnyRecord
    await library.add(part.collection, record as never)
    for (const step of part.afterwards) {
      if (step === 'empty the trash') await library.emptyTrash()
      const isThere = (await library.list(part.collection)).some(each => each.id === id)
      if (!isThere) continue
      if (step === 'delete') await library.remove(id)
      if (step === 'version') {
        await library.keepVersion(id)
        await library.update(
          part.collection,
          id,
          each => ({ ...each, tags: [...each.tags, 'later'] }) as never,
        )
      }
    }
  }
}

/** Everything a library holds, to be compared. */
export async function everythingIn(library: Library): Promise<object> {
  const { holdings } = library
  const records: FoundRecord[] = []
  for (const collection of ['sources', 'quotes', 'figures', 'events', 'briefs'] as const)
    for (const { id } of library.list(collection)) records.push(await library.find(id))
  const trash = await library.trashed()
  const versions: object[] = []
  for (const { collection, record } of [...records, ...trash]) {
    for (const at of await holdings.versions(record.id))
      versions.push({ at, record: await holdings.version(collection, record.id, at) })
  }
  const originals: object[] = []
  for (const sha256 of await holdings.attachments())
    originals.push({ sha256, bytes: [...((await holdings.readAttachment(sha256)) ?? [])] })
  const sorted = (list: object[]) => list.map(each => JSON.stringify(each)).sort()
  return {
    records: sorted(records),
    trash: sorted(trash),
    versions: sorted(versions),
    originals: sorted(originals),
    // What a cut-off write left in a folder is no id.
    usedIds: (await holdings.usedIds()).filter(id => id !== ''),
  }
}
