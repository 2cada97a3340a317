import * as z from 'zod'
import { line } from './fields.ts'

/** library.json: what the library is, as distinct from what it holds. */
export const libraryFile = z.strictObject({
  schema: z.literal(1),
  id: z.uuid(),
  name: line,
})
