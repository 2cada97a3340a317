// One reader a format. Each is loaded when the first file of its format comes.
import type { Captured, ReportProgress } from './captured.ts'
import { pastedIn } from './paste-bytes.ts'
import { readPlainText } from './plain-text.ts'
import type { Job } from './reading-messages.ts'

/** Reads a file. Throws a RequestProblem that names it where it cannot. */
export type Reader = (name: string, bytes: Uint8Array, report: ReportProgress) => Captured | Promise<Captured>

export type Readers = { readonly [F in Exclude<Job['format'], 'zip'>]?: () => Promise<Reader> }

export const readers: Readers = {
  markdown: async () => (name, bytes) => readPlainText(name, bytes, 'markdown'),
  text: async () => (name, bytes) => readPlainText(name, bytes, 'text'),
  html: async () => (await import('./html.ts')).readHtml,
  'web-archive': async () => (await import('./web-archive.ts')).readWebArchive,
  word: async () => (await import('./word.ts')).readWord,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  email: async () => (await import('./email.ts')).readEmail,
  fragment: async () => {
    const { readFragment } = await import('./fragment.ts')
    return (_, bytes) => {
      const { html, text } = pastedIn(bytes)
      return readFragment(html, text)
    }
  },
}
