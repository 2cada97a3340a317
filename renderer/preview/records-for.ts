// The records that a text may show: few of a large library have to go to another thread.
import type { LibraryLists } from '../../shared/answers.ts'
import type { BriefParts } from '../../shared/brief/compose-brief.ts'

type Records = Pick<BriefParts, 'evidence' | 'sources'> & Required<Pick<BriefParts, 'briefs'>>

/**
 * Those that a text may name, and all that a timeline in it may choose from. More does no harm, less would. The same objects as
 * the last time where the records are: what was drawn of them stands.
 */
export function recordsFor(body: string, lists: LibraryLists): Records {
  const records = namedIn(body, lists)
  if (!last || !areSame(last, records)) last = records
  return last
}

let last: Records | null = null

function areSame(before: Records, after: Records): boolean {
  const [ours, theirs] = [listsOf(before), listsOf(after)]
  return ours.every((list, at) => {
    const other = theirs[at] ?? []
    const hasAll = () => list.every((record, place) => record === other[place])
    return list === other || (list.length === other.length && hasAll())
  })
}

function listsOf({ evidence, sources, briefs }: Records): (readonly object[])[] {
  const { quotes, figures, events, people = [] } = evidence
  return [quotes, figures, events, people, sources, briefs]
}

function namedIn(body: string, lists: LibraryLists): Records {
  const { quotes, figures, events, people, sources, briefs } = lists
  if (body.includes('::timeline')) return { evidence: { quotes, figures, events, people }, sources, briefs }
  const named = new Set([...body.matchAll(/\{[^{}\n]*?#([^\s{}#]+)/g)].map(([, id = '']) => id))
  const evidence = {
    quotes: pick(quotes, named),
    figures: pick(figures, named),
    events: pick(events, named),
    people: pick(people, named),
  }
  for (const { anchor } of [...evidence.quotes, ...evidence.figures, ...evidence.events])
    if (anchor) named.add(anchor.source)
  return { evidence, sources: pick(sources, named), briefs: pick(briefs, named) }
}

const byId = new WeakMap<readonly object[], Map<string, object>>()

function pick<Item extends { id: string }>(records: readonly Item[], ids: ReadonlySet<string>): Item[] {
  let known = byId.get(records) as Map<string, Item> | undefined
  if (!known) {
    known = new Map(records.map(record => [record.id, record]))
    byId.set(records, known)
  }
  return [...ids].flatMap(id => known.get(id) ?? [])
}
