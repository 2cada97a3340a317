// A Word document (.docx).
import mammoth from 'mammoth'
import { line } from '../../../shared/model/v1/fields.ts'
import { partsOf } from '../archive/archive.ts'
import type { Captured, ReportProgress } from '../captured.ts'
import { refusal } from '../decode-text.ts'
import { type DomDocument, parsePage } from '../from-html/dom.ts'
import { htmlToMarkdown } from '../from-html/html-to-markdown.ts'
import { imagesIn } from '../from-html/text-images.ts'
import { foldAll } from '../from-html/words-kept.ts'
import { proposeFields } from '../propose-fields.ts'
import { languageOf } from '../web/page-facts.ts'
import { type CoreProperties, readCoreProperties } from './core-properties.ts'
import { withReadableRuns } from './readable-runs.ts'

/** Styles beside those that mammoth knows, by the names that Word and LibreOffice give them. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...['Quote', 'Intense Quote', 'Quotations', 'Block Text'].map(
    name => `p[style-name='${name}'] => blockquote:fresh > p:fresh`,
  ),
]

/**
 * Reads a Word document as it is once all tracked changes are accepted, without comments, with footnotes and endnotes at
 * the end. When its file was made or saved says nothing of when it was published. Throws a RequestProblem that names the
 * file where it is damaged, unpacks to more than the limits allow, or has no words.
 */
export async function readWord(name: string, bytes: Uint8Array, report: ReportProgress): Promise<Captured> {
  const parts = await partsOf(name, bytes)
  report(1, 3)
  const document = await treeOf(name, parts)
  report(2, 3)
  const text = htmlToMarkdown(document.body, null)
  if (text.trim() === '') {
    throw refusal(
      name,
      'has no words in it',
      'If its pages are pictures, export it as a PDF with text and import that.',
    )
  }
  report(3, 3)
  const properties = readCoreProperties(parts)
  // A byline tells who wrote it, the file only who made it.
  const { authors } = proposeFields(text)
  return {
    title: titleOf(properties, document),
    publisher: null,
    authors: authors.length > 0 ? authors : authorsOf(properties),
    url: null,
    publishedOn: null,
    language: languageOf(properties.language),
    kind: 'word',
    text,
    pages: [],
    images: imagesIn(document.body),
  }
}

function damaged(name: string) {
  return refusal(
    name,
    'is damaged, or only a part of a Word document',
    'Open it in Word or LibreOffice, save it again and import that.',
  )
}

/** What mammoth takes beside a path and bytes: a document that is unpacked already. */
type Unpacked = {
  exists: (path: string) => boolean
  read: (path: string, encoding?: string) => Promise<Uint8Array | string>
}

function unpacked(parts: ReadonlyMap<string, Uint8Array>): Unpacked {
  return {
    exists: path => parts.has(path),
    read: async (path, encoding) => {
      const bytes = Buffer.from(parts.get(path) ?? [])
      if (encoding === undefined) return bytes
      if (encoding === 'base64') return bytes.toString('base64')
      const text = new TextDecoder(encoding).decode(bytes)
      return path.startsWith('word/') ? withReadableRuns(text) : text
    },
  }
}

async function treeOf(name: string, parts: ReadonlyMap<string, Uint8Array>): Promise<DomDocument> {
  // Its types do not name this form of input; `unzip.js` of the pinned version does.
  const input = { file: unpacked(parts) } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
  const converted = await mammoth
    .convertToHtml(input, { styleMap: styles, externalFileAccess: false })
    .catch(() => {
      throw damaged(name)
    })
  try {
    const document = parsePage(converted.value)
    // The arrows that lead from a note back to its place.
    const arrows = 'a[href^="#footnote-ref"], a[href^="#endnote-ref"]'
    for (const arrow of [...document.querySelectorAll(arrows)]) arrow.remove()
    return document
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw refusal(
      name,
      'has tables within tables too many deep to be read',
      'Copy its text in Word and paste it.',
    )
  }
}

/** What programs call a document that nobody gave a title. */
const noTitle =
  /^(?:(?:microsoft )?word document|document|dokument|untitled|title|文書|無題)\s*-?\s*\d*(?:\.docx?)?$/i

function titleOf(properties: CoreProperties, document: DomDocument): string | null {
  const title = properties.title?.replace(/^Microsoft Word - /i, '').replace(/\.docx?$/i, '') ?? ''
  if (title !== '' && !noTitle.test(title)) return line.safeParse(title).data ?? null
  const heading = [...document.querySelectorAll('h1, h2, h3')]
    .map(element => foldAll(element.textContent ?? ''))
    .find(Boolean)
  return line.safeParse(heading).data ?? null
}

/** Whom programs name where nobody gave a name. */
const noAuthor =
  /^(?:un-?named|unknown|author|user|(?:windows|microsoft(?: office)?|office) ?user|admin(?:istrator)?|microsoft(?: office)?|python-docx|docx|owner|root|hp|dell|lenovo|ユーザー)$/i

function authorsOf({ creator }: CoreProperties): string[] {
  const names = (creator ?? '').split(/\s*;\s*/)
  return names.flatMap(name => (noAuthor.test(name) ? [] : (line.safeParse(name).data ?? [])))
}
