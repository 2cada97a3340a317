import * as z from 'zod'
import { day, line, recordFields } from './fields.ts'

export const briefFields = {
  title: line,
  /** Markdown with references. */
  body: z.string().max(5_000_000),
  /** The name of the template whose form it has, such as `uk-submission`. */
  template: line,
  /** Short enough for the margin of a page. */
  marking: line.max(60).nullable(),
  recipients: z.array(line).max(100),
  /** The day the brief bears; null where it was not said, never filled in from the clock. */
  date: day.nullable(),
  dueOn: day.nullable(),
}

export const brief = z.strictObject({ ...recordFields, ...briefFields, status: z.literal('draft') })
