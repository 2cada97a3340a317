import * as z from 'zod'
import { edtfDate, instant, line, recordFields, sha256, webAddress } from './fields.ts'

export const source = z.strictObject({
  ...recordFields,
  title: line,
  publisher: line.nullable(),
  authors: z.array(line).max(100),
  url: webAddress.nullable(),
  publishedOn: edtfDate.nullable(),
  capturedAt: instant,
  kind: z.enum(['markdown', 'text']),
  language: z.string().max(35).nullable(),
  text: z.string().min(1),
  sha256,
  attachment: z.strictObject({ sha256, name: line, bytes: z.int().nonnegative() }).nullable(),
})
