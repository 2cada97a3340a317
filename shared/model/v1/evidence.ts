import * as z from 'zod'
import { anchor, decimal, duration, edtfDate, line, recordFields } from './fields.ts'

/** What a quote says of the world: kept apart in every brief. */
const quoteKind = z.enum(['fact', 'estimate', 'opinion', 'forecast'])

/** How exact a figure's words were; `between` goes with an upper value. */
const qualifier = z.enum(['approximately', 'at least', 'at most', 'more than', 'less than', 'between'])

const eventStatus = z.enum(['occurred', 'expected'])

export const quoteFields = {
  text: z.string().trim().min(1).max(100_000),
  speaker: line,
  role: line.nullable(),
  organisation: line.nullable(),
  cue: line.nullable(),
  saidOn: edtfDate.nullable(),
  kind: quoteKind,
}

export const figureFields = {
  /** What the number counts, in words: "US Treasury bonds held by Japan". */
  measures: line,
  /** In base units: 1.13 trillion dollars is `1130000000000`. */
  value: decimal,
  /** The higher end where the qualifier is `between`. */
  upper: decimal.nullable(),
  /** An ISO 4217 code, `%`, `pp`, `bps`, or a singular noun. */
  unit: line,
  qualifier: qualifier.nullable(),
  /** The magnitude it is shown in; null shows all digits. */
  scale: z.enum(['thousand', 'million', 'billion', 'trillion']).nullable(),
  asOf: edtfDate.nullable(),
  shelfLife: duration.nullable(),
}

export const eventFields = {
  title: line,
  when: edtfDate,
  status: eventStatus,
  participants: z.array(line).max(100),
  place: line.nullable(),
}

export const quote = z.strictObject({ ...recordFields, ...quoteFields, anchor: anchor.nullable() })
export const figure = z.strictObject({ ...recordFields, ...figureFields, anchor: anchor.nullable() })
export const event = z.strictObject({ ...recordFields, ...eventFields, anchor: anchor.nullable() })
