import { formatEdtf } from '../dates/format-edtf.ts'
import { findEvidence } from '../extract/find-evidence.ts'
import type { LinkedSource } from '../references/resolve-reference.ts'
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
      if (!source || seen.has(source.id) || !isUndated(source)) return []
      seen.add(source.id)
      const what =
        source.publishedOn === null
          ? 'has no date'
          : `is dated no nearer than ${formatEdtf(source.publishedOn)}`
      return {
        start: reference.start,
        end: reference.end,
        message: `The source “${source.title}” ${what}, so words in it that depend on the day (such as “next week”) stand as they were written. Give it the day it was published.`,
        evidence: source.id,
      }
    })
  },
}

/** Without a date, or dated by a month or a year although words in it depend on the day. */
function isUndated({ publishedOn, text }: LinkedSource): boolean {
  if (publishedOn === null) return true
  if (/^\d{4}-\d{2}-\d{2}$/.test(publishedOn) || text === undefined) return false
  return findEvidence(text, null).events.some(event => event.when === null)
}
