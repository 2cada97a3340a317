import type { Captured } from './captured.ts'
import { decodeText } from './decode-text.ts'

/** Reads Markdown or plain text: its words as they stand. Throws a RequestProblem that names the file. */
export function readPlainText(name: string, bytes: Uint8Array, kind: 'markdown' | 'text'): Captured {
  return {
    title: null,
    publisher: null,
    authors: [],
    url: null,
    publishedOn: null,
    language: null,
    kind,
    text: decodeText(name, bytes),
    pages: [],
    images: [],
  }
}
