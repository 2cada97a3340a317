import type { Rule } from './rule.ts'

export const sourceUndated: Rule = {
  name: 'source-undated',
  severity: 'warning',
  wrong:
    'A source that the brief rests on has no date, so its relative dates (“by June”) cannot be resolved.',
  mend: 'Give the source the date it was published.',
  find: ({ references, resolve }) => {
    const seen = new Set<string>()
    return references.flatMap(reference => {
      const source = resolve(reference)?.source
      if (!source || source.publishedOn !== null || seen.has(source.id)) return []
      seen.add(source.id)
      return {
        start: reference.start,
        end: reference.end,
        message: `The source “${source.title}” has no date, so a date in it that depends on one (“by June”) stands as it was written. Give it the date it was published.`,
        evidence: source.id,
      }
    })
  },
}
