// The records that a text may show: few of a large library have to go to another thread.
import type { LibraryLists } from '../../shared/answers.ts'
import type { BriefParts } from '../../shared/brief/compose-brief.ts'

/** Those that a text may name, and all that a timeline in it may choose from. More does no harm, less would. */
export function recordsFor(
  body: string,
  lists: LibraryLists,
): Pick<BriefParts, 'evidence' | 'sources' | 'briefs'> {
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
