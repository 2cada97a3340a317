import type { KnownPictures } from '../../shared/brief/picture-html.ts'
import type { Brief, Event, Figure, FoundRecord, Person, Quote, Source } from '../../shared/model/records.ts'
import { attachmentsIn } from '../../shared/references/attachment-links.ts'
import { parseReferences } from '../../shared/references/parse-references.ts'
import { eventsAskedFor, timelinesIn } from '../../shared/timeline/timelines-in-text.ts'
import type { Library } from '../library/library.ts'
import { knownPictures } from './kept-pictures.ts'
import { knownList } from './known-lists.ts'

/**
 * What a brief refers to, the events of its timelines, and the sources of that evidence. What there is none of is left out.
 * `behind` are the people by whom its quotes are and the briefs of its decisions, where its text does not refer to them. Of
 * files, what is known of them as pictures.
 */
export async function linkedRecords(
  library: Library,
  { body }: Pick<Brief, 'body'>,
): Promise<{
  sources: Source[]
  briefs: Brief[]
  evidence: { quotes: Quote[]; figures: Figure[]; events: Event[]; people: Person[] }
  behind: FoundRecord[]
  pictures: KnownPictures
}> {
  const found = new Map<string, FoundRecord>()
  const take = async (ids: Iterable<string>) => {
    for (const id of ids) if (!found.has(id) && library.has(id)) found.set(id, await library.find(id))
  }
  await take(parseReferences(body).map(({ id }) => id))
  await takeTimelines()
  await take(
    [...found.values()].flatMap(({ record }) =>
      'anchor' in record && record.anchor ? [record.anchor.source] : [],
    ),
  )
  const behind = new Set([...found.values()].flatMap(idsBehind))

  /** Events stand in the index whole, so that none of their files is opened for it. */
  async function takeTimelines(): Promise<void> {
    for (const { directive } of timelinesIn(body)) {
      const person = directive.attributes.get('person')
      if (person !== undefined && library.glance(person)?.collection === 'people') await take([person])
      const people = [...found.values()].flatMap(each => (each.collection === 'people' ? [each.record] : []))
      for (const record of eventsAskedFor(directive, { events: knownList(library, 'events'), people }))
        if (!found.has(record.id)) found.set(record.id, { collection: 'events', record })
    }
  }
  const ofKind = <C extends FoundRecord['collection']>(collection: C) =>
    [...found.values()].flatMap(each => (each.collection === collection ? [each.record] : [])) as Extract<
      FoundRecord,
      { collection: C }
    >['record'][]
  return {
    sources: ofKind('sources'),
    briefs: ofKind('briefs'),
    evidence: {
      quotes: ofKind('quotes'),
      figures: ofKind('figures'),
      events: ofKind('events'),
      people: ofKind('people'),
    },
    behind: await Promise.all(
      [...behind].filter(id => !found.has(id) && library.has(id)).map(id => library.find(id)),
    ),
    pictures: await knownPictures(
      library,
      attachmentsIn(body).map(({ sha256 }) => sha256),
    ),
  }
}

function idsBehind({ collection, record }: FoundRecord): string[] {
  if (collection === 'quotes') return record.person ? [record.person] : []
  return collection === 'events' && record.decision ? [record.decision.brief] : []
}
