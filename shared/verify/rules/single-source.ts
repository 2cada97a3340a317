import type { Linked, LinkedSource } from '../../references/resolve-reference.ts'
import { exampleBrief, exampleFigure, exampleSource } from '../example-records.ts'
import type { Rule } from '../rule.ts'
import { storiesOf } from '../stories.ts'

const sales = { ...exampleFigure, id: 'sales', measures: 'US bonds sold by Japan', value: '31000000000' }
const elsewhere = {
  ...exampleSource,
  id: 'other',
  title: 'Monthly holdings',
  text: 'Japan sold $31 billion in bonds.',
}
const body = 'Japan holds :figure[]{#us-treasuries} and sold :figure[$31 billion]{#sales}.'

export const singleSource: Rule = {
  name: 'single-source',
  severity: 'note',
  wrong: 'Everything that the brief states as fact rests on one source, or on copies of one story.',
  mend: 'Look for a second source that does not repeat the first, or say in the text that there is one.',
  examples: {
    wrong: {
      given: 'Both figures come from the one statement.',
      ...exampleBrief(body, { figures: [exampleFigure, sales] }),
    },
    right: exampleBrief(body, {
      figures: [exampleFigure, { ...sales, anchor: anchorIn(elsewhere) }],
      sources: [exampleSource, elsewhere],
    }),
  },
  find: ({ references, resolve }) => {
    const facts = new Map<string, { start: number; end: number; source: LinkedSource }>()
    for (const { kind, id, start, end } of references) {
      const linked = resolve({ kind, id })
      if (!linked?.source || !isStatedAsFact(linked) || facts.has(id)) continue
      facts.set(id, { start, end, source: linked.source })
    }
    const [first] = facts.values()
    if (first === undefined || facts.size < 2) return []
    const sources = [...new Map([...facts.values()].map(({ source }) => [source.id, source])).values()]
    if (storiesOf(sources).length > 1) return []
    const what = sources.length === 1 ? `“${first.source.title}”` : `one story, in ${sources.length} copies`
    const message = `Everything that is stated here as fact rests on ${what}. Look for a second source, or say that there is one.`
    return [{ start: first.start, end: first.end, message, evidence: first.source.id }]
  },
}

/** Opinions and forecasts are their speaker's own, and what is only expected cannot be confirmed. */
function isStatedAsFact(linked: Linked): boolean {
  switch (linked.kind) {
    case 'figure':
      return true
    case 'quote':
      return linked.record.kind === 'fact' || linked.record.kind === 'estimate'
    case 'event':
      return linked.record.status === 'occurred'
    default:
      return false
  }
}

function anchorIn({ id, text }: { id: string; text: string }) {
  const exact = '$31 billion'
  const start = text.indexOf(exact)
  return {
    source: id,
    quote: { exact, prefix: text.slice(0, start), suffix: text.slice(start + exact.length) },
    position: { start, end: start + exact.length },
  }
}
