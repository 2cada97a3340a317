import * as z from 'zod'
import {
  eventFields as eventFieldsBefore,
  figureFields as figureFieldsBefore,
  quoteFields as quoteFieldsBefore,
} from '../v1/evidence.ts'
import { anchor, decimal, edtfDate, id } from '../v1/fields.ts'
import { language, marking, recordFields } from './fields.ts'

export const quoteFields = {
  ...quoteFieldsBefore,
  /** The person of the library who said it; null where nobody was chosen. */
  person: id.nullable(),
  language: language.nullable(),
  /** The words in another language, beside the original. */
  translation: z.strictObject({ text: quoteFieldsBefore.text, language }).nullable(),
  marking,
}

export const figureFields = {
  ...figureFieldsBefore,
  /** Values over time, the oldest first; null for a single one. The figure's own value is then the last. */
  series: z
    .array(z.strictObject({ asOf: edtfDate, value: decimal }))
    .min(2)
    .max(10_000)
    .nullable(),
  marking,
}

export const eventFields = { ...eventFieldsBefore, marking }

export const quote = z.strictObject({ ...recordFields, ...quoteFields, anchor: anchor.nullable() })
export const figure = z.strictObject({ ...recordFields, ...figureFields, anchor: anchor.nullable() })
export const event = z.strictObject({ ...recordFields, ...eventFields, anchor: anchor.nullable() })
