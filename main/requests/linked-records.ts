import type { KnownPictures } from '../../shared/brief/picture-html.ts'
import type { Brief, Event, Figure, FoundRecord, Person, Quote, Source } from '../../shared/model/records.ts'
import { attachmentsIn } from '../../shared/references/attachment-links.ts'
import { parseReferences } from '../../shared/references/parse-references.ts'
import type { Library } from '../library/library.ts'
import { knownPictures } from './kept-pictures.ts'

/** What a brief refers to, with the sources of that evidence; what there is none of is left out. Of files, what is known of them as pictures. */
export async function linkedRecords(
  library: Library,
  { body }: Pick<Brief, 'body'>,
): Promise<{
  sources: Source[]
  briefs: Brief[]
  evidence: { quotes: Quote[]; figures: Figure[]; events: Event[]; people: Person[] }
  pictures: KnownPictures
}> {
  const found = new Map<string, FoundRecord>()
  const take = async (ids: Iterable<string>) => {
    for (const id of ids) if (!found.has(id) && library.has(id)) found.set(id, await library.find(id))
  }
  await take(parseReferences(body).map(({ id }) => id))
  await take(
    [...found.values()].flatMap(({ record }) =>
      'anchor' in record && record.anchor ? [record.anchor.source] : [],
    ),
  )
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
    pictures: await knownPictures(
      library,
      attachmentsIn(body).map(({ sha256 }) => sha256),
    ),
  }
}
