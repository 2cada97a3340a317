// The fields of a record that a person wrote, as text to be compared. Pure.
import type { FoundRecord } from '../../shared/model/records.ts'

/** What is the record's own business and not a person's. */
const ownFields = new Set([
  'schema',
  'id',
  'createdAt',
  'updatedAt',
  'capturedAt',
  'textCorrectedAt',
  'pages',
  'images',
  'refused',
  'sha256',
  'attachment',
  'anchor',
])

export type FieldChange = { field: string; before: string; after: string }

/** The fields in which two states of a record differ, the longest texts last. */
export function changedFields(before: FoundRecord['record'], after: FoundRecord['record']): FieldChange[] {
  const [old, fresh] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter(field => !ownFields.has(field))
    .map(field => ({ field, before: asText(old[field]), after: asText(fresh[field]) }))
    .filter(change => change.before !== change.after)
    .sort((one, other) => lengthOf(one) - lengthOf(other))
}

const lengthOf = ({ before, after }: FieldChange) => Math.max(before.length, after.length)

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
