import * as z from 'zod'
import { instant } from '../v1/fields.ts'
import { source as sourceBefore } from '../v1/source.ts'
import { marking, recordFields } from './fields.ts'

export const source = z.strictObject({
  ...sourceBefore.shape,
  ...recordFields,
  kind: z.enum(['markdown', 'text', 'html', 'pdf', 'word', 'email']),
  marking,
  /** When a person last corrected the text by hand; null while it is as captured. `sha256` and `attachment` stay the original's. */
  textCorrectedAt: instant.nullable(),
})
