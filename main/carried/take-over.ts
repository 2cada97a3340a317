// A brief that came in a PDF becomes a brief of the library, with all that it refers to.
import { isDeepStrictEqual } from 'node:util'
import type { OpenedBrief } from '../../shared/exchange.ts'
import type { Anchor, Brief, FoundRecord, Source } from '../../shared/model/records.ts'
import { attachmentsIn } from '../../shared/references/attachment-links.ts'
import { withNewIds } from '../../shared/references/new-ids.ts'
import { parseReferences } from '../../shared/references/parse-references.ts'
import { RequestProblem } from '../../shared/result.ts'
import { mustBeWritable } from '../exchange/must-be-writable.ts'
import { planImport } from '../exchange/plan-import.ts'
import { titleOf } from '../exchange/record-markdown.ts'
import type { Change } from '../library/change.ts'
import { slugOf } from '../library/ids.ts'
import type { Library } from '../library/library.ts'
import type { CarriedBrief } from './carried-brief.ts'
import { extended, hasOnlyPassages, type PlacedSource, placeAnchor, placeSource } from './sources-here.ts'

type TakenOver = Omit<OpenedBrief, 'form'>

/**
 * Takes a brief over, all of it in one save. An id that is free is kept, so that the Markdown is the same byte by byte; a record
 * that is here and says the very same is used; what is called by an id that stands for something else here comes under a new
 * one. What lies in the trash as it came is taken back from there first. Rejects with a RequestProblem where the library cannot
 * be written.
 */
export async function takeOver(library: Library, carried: CarriedBrief, now: Date): Promise<TakenOver> {
  mustBeWritable(library)
  await library.checked
  const time = now.toISOString()
  const before = new Set(await library.holdings.usedIds())
  try {
    return await bring(library, carried, time)
  } catch (error) {
    // What was not brought keeps no id: the next try is to find the same ones free.
    const wanted = new Set(idsIn(carried).flatMap(id => [id, slugOf(id)]))
    const isTaken = (id: string) => wanted.has(id) || wanted.has(id.replace(/-\d+$/, ''))
    const used = await library.holdings.usedIds()
    await library.holdings.giveBackIds(used.filter(id => !before.has(id) && !library.has(id) && isTaken(id)))
    throw error
  }
}

async function bring(library: Library, carried: CarriedBrief, time: string): Promise<TakenOver> {
  const led = new Map(awayFromOthers(library, carried))
  const placed = new Map<string, PlacedSource>()
  for (const source of carried.sources) {
    const { id, sha256 } = source.source
    // Two of one original are one source here.
    const twin = [...placed.values()].find(({ record }) => record.sha256 === sha256)
    const place = twin ? extended(twin, source.passages, time) : await placeSource(library, source, time)
    placed.set(id, place)
    for (const [each, { record }] of placed) if (record.id === place.record.id) placed.set(each, place)
    if (place.record.id !== id) led.set(id, place.record.id)
  }
  const records = [...evidenceIn(carried, placed), await briefIn(library, carried.brief)]
  const { fates, newIds } = await planImport(library, asExport(records), { newIds: led, isExact: true })

  const sources = [...new Set(placed.values())]
  const changed = sources.filter(({ record, before }) => record !== before)
  const added = records.filter(({ record }) => fates.get(record.id) === 'add')
  const changes = [
    ...changed.map(({ record }): Change => ({ collection: 'sources', id: record.id, after: record })),
    ...added.map(found => {
      const { collection, record } = withNewIds(found, newIds)
      const after = collection === 'briefs' ? { ...record, issues: [] } : record
      return { collection, id: record.id, after } as Change
    }),
  ]
  // Before the brief that shows them: a picture that nothing shows is purged with the trash.
  for (const { sha256 } of attachmentsIn(carried.brief.body)) {
    const bytes = carried.pictures.get(sha256)
    if (bytes) await library.attach(sha256, bytes)
  }
  await library.saveTogether(
    changes.map(({ id }) => id),
    async () => {
      for (const { before } of changed) if (before) await mustBeAsItWas(library, before)
      return changes
    },
  )
  for (const { record } of records)
    if (fates.get(record.id) === 'from-trash') await library.restore(record.id)
  const isNew = (found: FoundRecord) => ['add', 'from-trash'].includes(fates.get(found.record.id) ?? '')
  const newSources = sources.filter(({ before }) => before === null)
  const newRecords = records.filter(isNew)
  const came: FoundRecord[] = [...newSources.map(sourceAsItCame), ...added]
  return {
    brief: await library.get('briefs', newIds.get(carried.brief.id) ?? carried.brief.id),
    added: newRecords.length + newSources.length,
    alreadyHere:
      records.length - newRecords.length + sources.filter(({ record, before }) => record === before).length,
    grown: sources.filter(({ record, before }) => before !== null && record !== before).length,
    renamed: came.flatMap(found => {
      const { id } = found.record
      const newId = newIds.get(id)
      return newId === undefined ? [] : { id, newId, title: titleOf(found) }
    }),
    passagesOf: sources.filter(({ record }) => hasOnlyPassages(record)).map(({ record }) => record.title),
    missingPictures: await missingIn(library, carried.brief.body),
  }

  function sourceAsItCame({ record }: PlacedSource): FoundRecord {
    const [id = record.id] = [...placed].find(([, each]) => each.record === record) ?? []
    return { collection: 'sources', record: { ...record, id } }
  }
}

async function missingIn(library: Library, body: string): Promise<number> {
  const wanted = new Set(attachmentsIn(body).map(({ sha256 }) => sha256))
  const stamps = await Promise.all([...wanted].map(sha256 => library.holdings.stampOfAttachment(sha256)))
  return stamps.filter(stamp => stamp === null).length
}

/**
 * New ids for what the brief refers to and does not bring: where the library has something of that name it is not what was meant,
 * unless it is a brief with the same title. They lead nowhere, as it is known of them that they are elsewhere.
 */
function awayFromOthers(
  library: Library,
  { brief, evidence, sources, briefs }: CarriedBrief,
): [string, string][] {
  const { quotes, figures, events } = evidence
  const brought = new Set(idsIn({ brief, evidence, sources }))
  const titles = new Map(briefs.map(({ id, title }) => [id, title]))
  const meant = new Set([
    ...parseReferences(brief.body).map(({ id }) => id),
    ...[...quotes, ...figures, ...events].flatMap(({ anchor }) => anchor?.source ?? []),
    ...quotes.flatMap(({ person }) => person ?? []),
    ...events.flatMap(({ decision }) => decision?.brief ?? []),
  ])
  const isMeant = (id: string) => {
    const there = library.glance(id)
    return (
      there?.collection === 'briefs' && 'title' in there.summary && there.summary.title === titles.get(id)
    )
  }
  return [...meant]
    .filter(id => !brought.has(id) && library.has(id) && !isMeant(id))
    .map(id => [id, nameOfNothing(library, brought, `${slugOf(id)}-elsewhere`)])
}

function idsIn({ brief, evidence, sources }: Pick<CarriedBrief, 'brief' | 'evidence' | 'sources'>): string[] {
  const { quotes, figures, events, people } = evidence
  const records = [brief, ...quotes, ...figures, ...events, ...people, ...sources.map(({ source }) => source)]
  return records.map(({ id }) => id)
}

/** The same each time for the same library, so that a brief that is opened again is known. */
function nameOfNothing(library: Library, brought: ReadonlySet<string>, name: string): string {
  let id = name
  for (let n = 2; library.has(id) || brought.has(id); n++) id = `${name}-${n}`
  return id
}

/** People before the quotes that are theirs; each with its place in the source that is here. */
function evidenceIn({ evidence }: CarriedBrief, placed: ReadonlyMap<string, PlacedSource>): FoundRecord[] {
  const inPlace = <T extends { anchor: Anchor | null }>(record: T): T => {
    const source = record.anchor && placed.get(record.anchor.source)
    return record.anchor && source ? { ...record, anchor: placeAnchor(record.anchor, source) } : record
  }
  return [
    ...evidence.people.map((record): FoundRecord => ({ collection: 'people', record })),
    ...evidence.quotes.map((record): FoundRecord => ({ collection: 'quotes', record: inPlace(record) })),
    ...evidence.figures.map((record): FoundRecord => ({ collection: 'figures', record: inPlace(record) })),
    ...evidence.events.map((record): FoundRecord => ({ collection: 'events', record: inPlace(record) })),
  ]
}

/** Its issued versions do not come with it; those of the very same brief here are its own. */
async function briefIn(library: Library, brief: Brief): Promise<FoundRecord> {
  const here =
    library.glance(brief.id)?.collection === 'briefs' ? await library.get('briefs', brief.id) : null
  return { collection: 'briefs', record: { ...brief, issues: here?.issues ?? [] } }
}

/** What came, as an export that nobody has changed. */
function asExport(records: readonly FoundRecord[]): Parameters<typeof planImport>[1] {
  return {
    records: async function* () {
      for (const found of records) yield { exported: found, edited: found, isEdited: false }
    },
    trash: async function* () {},
  }
}

/** A passage was added to what the source was. */
async function mustBeAsItWas(library: Library, before: Source): Promise<void> {
  if (isDeepStrictEqual(await library.get('sources', before.id), before)) return
  throw new RequestProblem(
    'refused',
    `“${before.title}” was changed while the brief was opened, so the brief was not taken over. Nothing was changed; open it again.`,
  )
}
