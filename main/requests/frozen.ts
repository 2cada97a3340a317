// A brief with all it uses as the files of an issued version, and back.

import type { KnownPictures } from '../../shared/brief/picture-html.ts'
import type { Template } from '../../shared/brief/template.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import { migrate } from '../../shared/model/migrate.ts'
import {
  type Brief,
  type Collection,
  type FoundRecord,
  type RecordTypes,
  validRecord,
} from '../../shared/model/records.ts'
import { type NewIds, withNewIds } from '../../shared/references/new-ids.ts'
import { RequestProblem } from '../../shared/result.ts'
import { imageTypeOf } from '../capture/image-type.ts'
import type { IssuedFiles } from '../library/issued-manifest.ts'
import type { Library } from '../library/library.ts'
import { linkedRecords } from './linked-records.ts'
import type { Templates } from './templates.ts'

const pdfName = 'brief.pdf'
const titlesName = 'briefs.json'

type BriefTitle = Pick<Brief, 'id' | 'title'>

/** A brief with all it uses, as it is now, and what it refers to beside: briefs, and what is known of its pictures. */
export async function briefAsItIs(
  library: Library,
  templates: Templates,
  brief: Brief,
): Promise<{
  frozen: FrozenBrief
  briefs: Brief[]
  behind: FoundRecord[]
  pictures: KnownPictures
}> {
  const { sources, evidence, ...beside } = await linkedRecords(library, brief)
  return {
    frozen: { brief, template: templates.asPrinted(brief.template), evidence, sources },
    ...beside,
  }
}

/** An issued version as it was frozen. Rejects with a RequestProblem where there is none, or it is not that any more. */
export async function frozenVersion(library: Library, brief: Brief, version: number): Promise<FrozenBrief> {
  return frozenIn(await library.issued.read(brief, version), brief, version)
}

/** What the files of a version hold. Throws a RequestProblem where this app cannot read them. */
export function frozenIn(files: IssuedFiles, { title }: Brief, version: number): FrozenBrief {
  try {
    return readFrozen(files)
  } catch (error) {
    throw new RequestProblem(
      'unreadable',
      `v${version} of “${title}” is as it was issued, and this version of Dispatch Box cannot read it. Nothing was changed; its PDF can be saved, and a newer Dispatch Box shows the rest.`,
      { cause: error },
    )
  }
}

/**
 * The files that are frozen: records and template as JSON, what the briefs are called that it refers to, the PDF, and the pictures
 * in it under their SHA-256.
 */
export function frozenFiles(
  { brief, template, evidence, sources }: FrozenBrief,
  briefs: readonly BriefTitle[],
  { pdf, pictures }: { pdf: Uint8Array; pictures: Readonly<Record<string, Uint8Array>> },
): IssuedFiles {
  const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
  return new Map([
    ['brief.json', json(brief)],
    ['template.json', json(template)],
    ['evidence.json', json(evidence)],
    ['sources.json', json(sources)],
    [titlesName, json(briefs.map(({ id, title }) => ({ id, title })))],
    [pdfName, pdf],
    ...Object.entries(pictures).map(([sha256, bytes]) => [`${sha256}.${endingOf(bytes)}`, bytes] as const),
  ])
}

/** By which other programs know what a picture is. */
function endingOf(bytes: Uint8Array): string {
  return imageTypeOf(bytes)?.slice('image/'.length) ?? 'image'
}

/** Whatever schema records had then. */
function readFrozen(files: IssuedFiles): FrozenBrief {
  const stored = (name: string): unknown => JSON.parse(new TextDecoder().decode(fileOf(files, name)))
  const record = <C extends Collection>(collection: C, value: unknown): RecordTypes[C] =>
    validRecord(collection, migrate(collection, value))
  const records = <C extends Collection>(collection: C, values: unknown) =>
    (values as unknown[]).map(value => record(collection, value))
  const evidence = stored('evidence.json') as Record<keyof FrozenBrief['evidence'], unknown>
  return {
    brief: record('briefs', stored('brief.json')),
    template: stored('template.json') as Template,
    evidence: {
      quotes: records('quotes', evidence.quotes),
      figures: records('figures', evidence.figures),
      events: records('events', evidence.events),
      people: records('people', evidence.people),
    },
    sources: records('sources', stored('sources.json')),
  }
}

/** The same with what was renamed since under the ids that it has now, so that it is known again. */
export function withNewestIds({ brief, template, evidence, sources }: FrozenBrief, ids: NewIds): FrozenBrief {
  const renamed = <C extends Collection>(collection: C, record: RecordTypes[C]) =>
    withNewIds({ collection, record } as FoundRecord, ids).record as RecordTypes[C]
  return {
    brief: renamed('briefs', brief),
    template,
    evidence: {
      quotes: evidence.quotes.map(quote => renamed('quotes', quote)),
      figures: evidence.figures.map(figure => renamed('figures', figure)),
      events: evidence.events.map(event => renamed('events', event)),
      people: evidence.people.map(person => renamed('people', person)),
    },
    sources: sources.map(source => renamed('sources', source)),
  }
}

/** What the briefs were called that it refers to; null in a version that was issued before this was kept. */
export function frozenTitles(files: IssuedFiles): BriefTitle[] | null {
  const stored = files.get(titlesName)
  return stored ? JSON.parse(new TextDecoder().decode(stored)) : null
}

/** The pictures in it, by their SHA-256. */
export function frozenPictures(files: IssuedFiles): ReadonlyMap<string, Uint8Array> {
  const pictures = [...files].filter(([name]) => /^[0-9a-f]{64}\./.test(name))
  return new Map(pictures.map(([name, bytes]) => [name.slice(0, 64), bytes]))
}

export function frozenPdf(files: IssuedFiles): Uint8Array {
  return fileOf(files, pdfName)
}

function fileOf(files: IssuedFiles, name: string): Uint8Array {
  const bytes = files.get(name)
  if (bytes) return bytes
  throw new Error(`An issued version has no ${name}`)
}
