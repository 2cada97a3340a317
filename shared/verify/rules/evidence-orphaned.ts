import { anchoredPlace } from '../anchored-place.ts'
import { exampleBrief, exampleSource } from '../example-records.ts'
import type { Rule } from '../rule.ts'

const shown = { quote: 'quote', figure: 'figure', event: 'event' } as const

export const evidenceOrphaned: Rule = {
  name: 'evidence-orphaned',
  severity: 'error',
  wrong: 'The words that evidence was taken from no longer stand in its source.',
  mend: 'Open the evidence and mark its words in the source anew, or take it out of the brief.',
  examples: {
    wrong: {
      given: 'The source’s text was changed, and “$1.13 trillion” is not in it any more.',
      ...exampleBrief('Japan holds :figure[]{#us-treasuries}.', {
        sources: [{ ...exampleSource, text: exampleSource.text.replace('$1.13 trillion', 'a great deal') }],
      }),
    },
    right: exampleBrief('Japan holds :figure[]{#us-treasuries}.'),
  },
  find: ({ references, resolve }) => {
    const seen = new Set<string>()
    return references.flatMap(({ kind, id, start, end }) => {
      const linked = seen.has(id) ? null : resolve({ kind, id })
      seen.add(id)
      if (!linked || linked.kind === 'source' || linked.kind === 'brief' || linked.kind === 'person')
        return []
      const { anchor } = linked.record
      const text = linked.source?.text
      if (!anchor || text === undefined || anchoredPlace(anchor, text) !== null) return []
      return {
        start,
        end,
        message: `The words of this ${shown[linked.kind]} (“${shortened(anchor.quote.exact)}”) no longer stand in “${linked.source?.title}”. Mark them there anew.`,
        evidence: id,
      }
    })
  },
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
