import { formatEdtf } from '../../dates/format-edtf.ts'
import { findEvidence } from '../../extract/find-evidence.ts'
import type { LinkedSource } from '../../references/resolve-reference.ts'
import { exampleBrief, exampleSource } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const sourceUndated: Rule = {
  name: 'source-undated',
  severity: 'warning',
  wrong:
    'A source that the brief rests on has no date, so its relative dates (“by June”) cannot be resolved.',
  mend: 'Give the source the date it was published.',
  examples: {
    wrong: {
      given: 'The source of the event bears no date.',
      ...exampleBrief('Talks go on :event[through May]{#trade-talks}.', {
        sources: [{ ...exampleSource, publishedOn: null }],
      }),
    },
    right: exampleBrief('Talks go on :event[through May]{#trade-talks}.'),
  },
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

/** Whether a text has dates that depend on its day; it is asked at every key, and texts are long. */
const datesOpen = new Map<string, boolean>()

/** Without a date, or dated by a month or a year although words in it depend on the day. */
function isUndated({ publishedOn, text }: LinkedSource): boolean {
  if (publishedOn === null) return true
  if (/^\d{4}-\d{2}-\d{2}$/.test(publishedOn) || text === undefined) return false
  const known = datesOpen.get(text)
  if (known !== undefined) return known
  const isOpen = findEvidence(text, null).events.some(event => event.when === null)
  datesOpen.set(text, isOpen)
  return isOpen
}
