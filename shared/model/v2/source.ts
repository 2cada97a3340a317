import * as z from 'zod'
import { source as sourceBefore } from '../v1/source.ts'
import { marking, recordFields } from './fields.ts'

export const source = z.strictObject({
  ...sourceBefore.shape,
  ...recordFields,
  kind: z.enum(['markdown', 'text', 'html', 'pdf', 'word', 'email']),
  marking,
})
