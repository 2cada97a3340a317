import type { Source } from '../../shared/model/records.ts'

/** An image that came with a text, with the words that stand for it. */
export type CapturedImage = { name: string; bytes: Uint8Array; alt: string }

/** What the reader of a format gives: what the file says of itself, and its words. */
export type Captured = {
  /** Null, like the next four, where the file does not say. */
  title: string | null
  publisher: string | null
  authors: string[]
  url: string | null
  /** EDTF. */
  publishedOn: string | null
  /** A BCP 47 tag. */
  language: string | null
  kind: Source['kind']
  /** Markdown; of a plain text its own words. */
  text: string
  /** Where each page begins (UTF-16 code units of the text, rising), by the label that is printed on it; none where there are no pages. */
  pages: { label: string; start: number }[]
  images: CapturedImage[]
}

/** Tells how far the reading is, so that a limit on standstill is kept: things done of things there are. */
export type ReportProgress = (done: number, of: number) => void
