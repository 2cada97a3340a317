import type { Brief } from '../../../shared/model/records.ts'
import { unsetBrief } from '../../unset-fields.ts'

/** The time in the tests of the library. */
export const testTime = '2025-05-03T10:00:00.000Z'

/** A brief that is valid in every field. */
export function aBrief(id: string, fields: Partial<Brief> = {}): Brief {
  return {
    schema: 5,
    id,
    createdAt: testTime,
    updatedAt: testTime,
    title: 'A brief',
    body: 'Words.',
    template: 'uk-submission',
    marking: null,
    recipients: [],
    date: null,
    dueOn: null,
    tags: [],
    ...unsetBrief,
    ...fields,
  }
}
