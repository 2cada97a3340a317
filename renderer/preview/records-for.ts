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

/** What was looked for in a list, and what of it is there. */
const sought = new WeakMap<readonly object[], Map<string, object | null>>()

/** Goes through a list, which may be long, only for what was not looked for in it before. */
function pick<Item extends { id: string }>(records: readonly Item[], ids: ReadonlySet<string>): Item[] {
  const known = (sought.get(records) ?? new Map()) as Map<string, Item | null>
  sought.set(records, known)
  const unknown = new Set([...ids].filter(id => !known.has(id)))
  if (unknown.size > 0) {
    for (const id of unknown) known.set(id, null)
    for (const record of records) if (unknown.has(record.id)) known.set(record.id, record)
  }
  return [...ids].flatMap(id => known.get(id) ?? [])
}
