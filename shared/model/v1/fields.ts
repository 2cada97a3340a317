// Fields that several records share, as they are stored in schema version 1.
import * as z from 'zod'
import { isEdtf } from '../../dates/is-edtf.ts'

/** A readable slug, unique in a library: lower-case letters of any script, digits and single hyphens, 1 to 80 characters. */
export const id = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u, 'is not an id')
  .max(80)

/** An instant in UTC, as `Date.prototype.toISOString` writes it. */
export const instant = z.iso.datetime({ precision: 3 })

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date()

/** A date of EDTF level 1 (ISO 8601-2:2019): day, month, season, year, interval, open, approximate or uncertain. */
export const edtfDate = z
  .string()
  .max(60)
  .refine(isEdtf, 'is not a date in EDTF, such as 2025-05-03, 2025-06 or ../2025-06')

/** A decimal number written out, such as `1130000000000` or `-0.4`; never a float. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,60}(?:\.\d{1,60})?$/, 'is not a decimal number, such as 1.13 or 1130000000000')

/** An ISO 8601 duration of whole years, months, weeks and days, such as `P3M`. */
export const duration = z
  .string()
  .regex(
    /^P(?=\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/,
    'is not a length of time, such as P3M',
  )

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256')

/** One line of text that is not blank, trimmed. */
export const line = z.string().trim().min(1).max(1000)

/** A web address; nothing is ever fetched from it. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

/**
 * Where words stand in a source's text: a TextQuoteSelector with a TextPositionSelector of the W3C Web Annotation
 * Data Model. Offsets are UTF-16 code units into the source's text, end exclusive.
 */
export const anchor = z.strictObject({
  source: id,
  quote: z.strictObject({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() }),
  position: z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() }),
})

/** What every record carries. */
export const recordFields = {
  schema: z.literal(1),
  id,
  createdAt: instant,
  updatedAt: instant,
  tags: z.array(line).max(100),
}
