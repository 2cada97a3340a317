import * as z from 'zod'
import { line } from '../v1/fields.ts'
import { recordFields } from './fields.ts'

export const personFields = {
  name: line,
  /** Other names that texts know the same person or organisation by: "Kato", "the finance minister". */
  aliases: z.array(line).max(100),
  kind: z.enum(['person', 'organisation']),
  role: line.nullable(),
  organisation: line.nullable(),
}

export const person = z.strictObject({ ...recordFields, ...personFields })
