// Fields that several records share, as they are stored in schema version 3. What did not change is version 2's own.
import * as z from 'zod'
import { recordFields as recordFieldsBefore } from '../v2/fields.ts'

/** What every record carries. */
export const recordFields = { ...recordFieldsBefore, schema: z.literal(3) }
