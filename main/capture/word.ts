// A Word document (.docx).
import mammoth from 'mammoth'
import { line } from '../../shared/model/v1/fields.ts'
import type { Captured, ReportProgress } from './captured.ts'
import { type CoreProperties, readCoreProperties } from './core-properties.ts'
import { refusal, refuseLarge } from './decode-text.ts'
import { type DomDocument, parsePage } from './from-html/dom.ts'
import { htmlToMarkdown } from './from-html/html-to-markdown.ts'
import { imagesIn } from './from-html/text-images.ts'
import { foldAll } from './from-html/words-kept.ts'
import { knownBytes } from './known-bytes.ts'
import { refuseOle } from './ole-files.ts'
import { proposeFields } from './propose-fields.ts'
import { languageOf } from './web/page-facts.ts'

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
 * the end. When its file was made or saved says nothing of when it was published: only a date at the head of the text
 * does. Throws a RequestProblem that names the file where it is no Word document, encrypted, or has no words.
 */
export async function readWord(name: string, bytes: Uint8Array, report: ReportProgress): Promise<Captured> {
  refuseLarge(name, bytes.length)
  if (bytes.length === 0) throw refusal(name, 'is empty', 'Save the document again, then import it.')
  refuseOle(name, bytes)
  const properties = await propertiesOf(name, bytes)
  report(1, 3)
  const document = await treeOf(name, bytes)
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

async function propertiesOf(name: string, bytes: Uint8Array): Promise<CoreProperties> {
  const known = knownBytes(bytes)
  if (known && !known.ending.includes('.zip')) {
    const next = `Give it the ending ${known.ending} and import it again.`
    throw refusal(name, `is not a Word document but ${known.what}`, next)
  }
  if (!known)
    throw refusal(
      name,
      'is not a Word document',
      'Save it as .docx in the program it comes from and import that.',
    )
  const archive = await readCoreProperties(bytes).catch(() => {
    throw damaged(name)
  })
  if (archive.paths.some(path => /^word\/document\d*\.xml$/.test(path))) return archive.properties
  const next = 'Open it in the program it comes from, save it as .docx and import that.'
  const isOpenDocument = archive.paths.includes('mimetype') && archive.paths.includes('content.xml')
  const other = archive.paths.some(path => /^(?:xl|ppt)\//.test(path))
    ? 'a spreadsheet or a presentation'
    : 'a ZIP archive'
  throw refusal(name, `is not a Word document but ${isOpenDocument ? 'an OpenDocument file' : other}`, next)
}

function damaged(name: string) {
  return refusal(
    name,
    'is damaged, or only a part of a Word document',
    'Open it in Word or LibreOffice, save it again and import that.',
  )
}

async function treeOf(name: string, bytes: Uint8Array): Promise<DomDocument> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const converted = await mammoth
    .convertToHtml({ buffer }, { styleMap: styles, externalFileAccess: false })
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
