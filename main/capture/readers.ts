// One reader a format. Each is loaded when the first file of its format comes.
import type { Captured, ReportProgress } from './captured.ts'
import { readPlainText } from './plain-text.ts'
import { pastedIn } from './process/paste-bytes.ts'
import type { Job } from './process/reading-messages.ts'

/** Reads a file. Throws a RequestProblem that names it where it cannot. */
export type Reader = (name: string, bytes: Uint8Array, report: ReportProgress) => Captured | Promise<Captured>

export type Readers = { readonly [F in Exclude<Job['format'], 'zip' | 'carried'>]: () => Promise<Reader> }

export const readers: Readers = {
  markdown: async () => (name, bytes) => readPlainText(name, bytes, 'markdown'),
  text: async () => (name, bytes) => readPlainText(name, bytes, 'text'),
  html: async () => (await import('./web/html.ts')).readHtml,
  'web-archive': async () => (await import('./web/web-archive.ts')).readWebArchive,
  word: async () => (await import('./word/word.ts')).readWord,
  pdf: async () => (await import('./pdf/pdf.ts')).readPdf,
  email: async () => (await import('./email.ts')).readEmail,
  fragment: async () => {
    const { readFragment } = await import('./web/fragment.ts')
    return (_, bytes) => {
      const { html, text } = pastedIn(bytes)
      return readFragment(html, text)
    }
  },
}
