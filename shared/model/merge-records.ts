// Two changes of one record brought together, field by field, and long texts line by line.
import { mergeTexts } from '../diff/merge-texts.ts'
import type { AnyRecord } from './records.ts'

/** Fields of several lines, in which two sides can change different places. */
const texts = new Set(['body', 'text'])
/** The later one counts, and that alone is no disagreement. */
const times = new Set(['updatedAt'])

/**
 * Merges what two sides made of a record. Where both changed a field, or the same lines of a text, in different ways,
 * ours stays and `isConflict` is true: theirs is then to be kept elsewhere.
 */
export function mergeRecords<T extends AnyRecord>(
  base: T,
  ours: T,
  theirs: T,
): { record: T; isConflict: boolean } {
  let isConflict = false
  const fields = new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)])
  const merged = [...fields].map(field => {
    const [was, our, their] = [base, ours, theirs].map(record => (record as Record<string, unknown>)[field])
    if (isSame(our, was) || isSame(our, their)) return [field, their]
    if (isSame(their, was)) return [field, our]
    if (times.has(field)) return [field, String(our) > String(their) ? our : their]
    if (texts.has(field) && [was, our, their].every(value => typeof value === 'string')) {
      const text = mergeTexts(was as string, our as string, their as string)
      isConflict ||= text.isConflict
      return [field, text.text]
    }
    isConflict = true
    return [field, our]
  })
  return { record: Object.fromEntries(merged) as T, isConflict }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
