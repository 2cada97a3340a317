// Fields that several records share, as they are stored in schema version 2. What did not change is version 1's own.
import * as z from 'zod'
import { line, recordFields as recordFieldsBefore } from '../v1/fields.ts'

/** A BCP 47 language tag, such as `ja` or `en-GB`. */
export const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i, 'is not a language tag, such as en or ja')

/** A protective marking as its scheme writes it; null where a record bears none. */
export const marking = line.max(60).nullable()

/** What every record carries. */
export const recordFields = { ...recordFieldsBefore, schema: z.literal(2) }
