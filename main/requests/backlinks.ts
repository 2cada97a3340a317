// Where a record is used: the index says which records may use it, and their texts say whether they do.
import type { AnchoredEvidence, Backlink, Backlinks } from '../../shared/backlinks.ts'
import type { Anchor, Brief, EvidenceCollection } from '../../shared/model/records.ts'
import { parseReferences } from '../../shared/references/parse-references.ts'
import { type LinkedEvidence, recordForm } from '../../shared/references/record-form.ts'
import type { Reference } from '../../shared/references/reference.ts'
import { usesInText } from '../../shared/references/uses-in-text.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

export function backlinkRequests(library: Library): Pick<Handlers, 'backlinks.list'> {
  return {
    'backlinks.list': async ({ id }) => {
      library.kindOf(id)
      return backlinksOf(id, library)
    },
  }
}

const kinds = { quotes: 'quote', figures: 'figure', events: 'event' } as const

/** The briefs that refer to a record, to the evidence of a source or to the quotes of a person, and that evidence. */
export async function backlinksOf(id: string, library: Library): Promise<Backlinks> {
  const users = library.mayUse(id)
  const anchored = [
    ...users
      .flatMap(({ collection, id: user }) => (isEvidence(collection) ? [anchoredIn(library, user)] : []))
      .filter(each => each !== null)
      .sort((one, other) => one.at - other.at),
    ...(library.kindOf(id) === 'people' ? saidBy(id, library) : []),
  ]
  const sought = new Set([id, ...anchored.map(({ evidence }) => evidence.id)])
  const briefs = new Set(
    [...sought].flatMap(each =>
      library.mayUse(each).flatMap(({ collection, id: user }) => (collection === 'briefs' ? [user] : [])),
    ),
  )
  const links: Backlink[] = []
  for (const user of briefs) links.push(...linksIn(await library.get('briefs', user), id, sought, library))
  return { briefs: links, evidence: anchored.map(({ evidence }) => evidence) }
}

function linksIn(
  { id: brief, title, body }: Brief,
  id: string,
  sought: ReadonlySet<string>,
  library: Library,
): Backlink[] {
  const show = (reference: Pick<Reference, 'kind' | 'id'>) => formOf(library, reference)
  return usesInText(body, parseReferences(body), each => sought.has(each), show).map(
    ({ id: target, ...use }) => ({ brief, title, through: target === id ? null : target, ...use }),
  )
}

function formOf(library: Library, { kind, id }: Pick<Reference, 'kind' | 'id'>): string {
  const found = library.glance(id)
  if (!found) return id
  const { collection, summary } = found
  if (isEvidence(collection) && kinds[collection] === kind)
    return recordForm({ kind, record: summary } as LinkedEvidence)
  if ('name' in summary) return summary.name
  return 'title' in summary ? summary.title : id
}

function anchoredIn(library: Library, id: string): { evidence: AnchoredEvidence; at: number } | null {
  const found = library.glance(id)
  if (!found || !isEvidence(found.collection)) return null
  const anchor = 'anchor' in found.summary ? (found.summary.anchor as Anchor | null) : null
  const words = anchor?.quote.exact.replace(/\s+/g, ' ').trim() ?? id
  return { evidence: { id, kind: kinds[found.collection], words }, at: anchor?.position.start ?? 0 }
}

/** The quotes that are linked to a person. */
function saidBy(person: string, library: Library): { evidence: AnchoredEvidence }[] {
  return library
    .list('quotes')
    .filter(quote => quote.person === person)
    .map(({ id, text }) => ({ evidence: { id, kind: 'quote', words: text.replace(/\s+/g, ' ').trim() } }))
}

function isEvidence(collection: string): collection is EvidenceCollection {
  return Object.hasOwn(kinds, collection)
}
