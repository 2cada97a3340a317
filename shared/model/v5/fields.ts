// Fields that several records share, as they are stored in schema version 5. What did not change is an earlier version's own.
import * as z from 'zod'
import { recordFields as recordFieldsBefore } from '../v4/fields.ts'

/** What every record carries. */
export const recordFields = { ...recordFieldsBefore, schema: z.literal(5) }
