// What the PDF of a brief carries beside its pages, so that the brief can be opened from it again: who writes it and who reads it
// look here.
import * as z from 'zod'
import type { Template } from '../../shared/brief/template.ts'
import type { Brief, Event, Figure, Person, Quote, Source } from '../../shared/model/records.ts'
import { id, line, sha256 } from '../../shared/model/v1/fields.ts'

/** The attached files: Markdown and JSON, in UTF-8. */
export const carriedNames = {
  body: 'brief.md',
  record: 'brief.json',
  evidence: 'evidence.json',
  sources: 'sources.json',
  briefs: 'linked-briefs.json',
  template: 'template.json',
  manifest: 'manifest.json',
} as const

/** What a picture of the brief is called among them. */
export function pictureName(sha256: string): string {
  return `picture-${sha256}`
}

/** The SHA-256 of a picture by its name; null for the name of another file. */
export function pictureOfName(name: string): string | null {
  return /^picture-([0-9a-f]{64})$/.exec(name)?.[1] ?? null
}

/** Pictures that travel, in bytes: the others are named as missing where the brief is opened. */
export const mostPictureBytes = 48 * 1024 * 1024

/** Of all of them together, in bytes: a brief of five million characters with its evidence has room in it. */
export const mostCarriedBytes = 64 * 1024 * 1024

/**
 * manifest.json: the SHA-256 of every other file. It shows that the files are those that were attached together, so that none
 * was damaged, taken away or put in another's place by itself. It is no signature: whoever can write a PDF can write the manifest
 * anew, and it proves neither who wrote the brief nor that it agrees with the pages that are seen.
 */
export const carriedManifest = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('dispatch-box-brief'),
  brief: id,
  files: z.array(z.strictObject({ name: z.string(), sha256, bytes: z.int().nonnegative() })).max(1000),
})

/**
 * A piece of a source's text. `start` is its offset in that text (UTF-16 code units), `pages` where pages of the original begin
 * in the piece, the one that it begins on among them.
 */
export const carriedPassage = z.strictObject({
  start: z.int().nonnegative(),
  text: z.string().min(1),
  pages: z.array(z.strictObject({ label: line.max(40), start: z.int().nonnegative() })).max(5000),
})

export type Passage = z.infer<typeof carriedPassage>

/** What does not travel of a source: its words, and the files that came with it. */
const ofTheSourceAlone = { text: true, pages: true, images: true, refused: true, attachment: true } as const

type OfTheSourceAlone = keyof typeof ofTheSourceAlone

/** What is known of a source. */
export type Particulars = Omit<Source, OfTheSourceAlone>

export function particularsOf(source: Source): Particulars {
  const kept = Object.entries(source).filter(([name]) => !Object.hasOwn(ofTheSourceAlone, name))
  return Object.fromEntries(kept) as Particulars
}

/** A source that came with a brief: the passages around the evidence, in the order of its text, none of them in another. */
export type CarriedSource = { source: Particulars; passages: readonly Passage[] }

/** A brief that came in a PDF, with all that it refers to; of other briefs only what they are called. */
export type CarriedBrief = {
  brief: Brief
  /** Its form; null where this app cannot use it. */
  template: Template | null
  evidence: { quotes: Quote[]; figures: Figure[]; events: Event[]; people: Person[] }
  sources: readonly CarriedSource[]
  briefs: readonly { id: string; title: string }[]
  /** By their SHA-256. */
  pictures: ReadonlyMap<string, Uint8Array>
}
