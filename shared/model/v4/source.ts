import * as z from 'zod'
import { anchor, line, sha256 } from '../v1/fields.ts'
import { source as sourceBefore } from '../v3/source.ts'
import { recordFields } from './fields.ts'

/** Where a page begins: its label as it is printed, and the offset (UTF-16 code units) of its first word in the text. */
const page = z.strictObject({ label: line.max(40), start: z.int().nonnegative() })

/** A picture that came with the text, kept by content. */
const image = z.strictObject({
  sha256,
  name: line,
  bytes: z.int().nonnegative(),
  /** What it shows, in words; empty where nobody said. */
  alt: z.string().max(2000),
})

/** A suggestion that a person refused, by its place in the text. */
const refusedSuggestion = z.strictObject({
  kind: z.enum(['quote', 'figure', 'event']),
  quote: anchor.shape.quote,
  position: anchor.shape.position,
})

export const source = z.strictObject({
  ...sourceBefore.shape,
  ...recordFields,
  /** In the order of the text; none where the original has no pages. */
  pages: z.array(page).max(5000),
  images: z.array(image).max(500),
  refused: z.array(refusedSuggestion).max(20_000),
})
