// A part of a page that a person selected, copied and pasted.
import { line, webAddress } from '../../../shared/model/v1/fields.ts'
import type { Captured } from '../captured.ts'
import { refusal } from '../decode-text.ts'
import { type DomDocument, parsePage } from '../from-html/dom.ts'
import { htmlToMarkdown } from '../from-html/html-to-markdown.ts'
import { imagesIn } from '../from-html/text-images.ts'
import { foldAll, wordsRead } from '../from-html/words-kept.ts'
import { linkTarget } from './tracking.ts'

const pasted = 'The pasted text'

/**
 * Reads what the clipboard holds of a selection: its HTML, and the same as plain text. All that was selected stays.
 * Where the HTML says no more than the text, or has fewer words, the text is given as it is, of kind `text`. Throws a
 * RequestProblem where there are no words.
 */
export function readFragment(html: string, text: string): Captured {
  const document = parsed(html)
  const url = document === null ? null : addressOf(document)
  const markdown = document !== null && hasStructure(document) ? htmlToMarkdown(document.body, url) : ''
  const isWhole = lettersOf(wordsRead(markdown)) >= lettersOf(text) * 0.98
  if (document !== null && markdown !== '' && isWhole) {
    const title = headingOf(document)
    return { ...unsaid, title, url, kind: 'html', text: markdown, images: imagesIn(document.body) }
  }
  if (foldAll(text) === '') throw refusal(pasted, 'has no words in it', 'Select some text and copy it again.')
  const plain = text.replaceAll('\r\n', '\n')
  return { ...unsaid, title: null, url, kind: 'text', text: plain, images: [] }
}

/** What a piece of a page does not say of itself. */
const unsaid = { publisher: null, authors: [], publishedOn: null, language: null, pages: [] }

function parsed(html: string): DomDocument | null {
  try {
    const document = parsePage(html)
    spacesAgain(document)
    return document
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Browsers copy a space at the edge of an element as a no-break one, in an element of its own. */
function spacesAgain(document: DomDocument): void {
  for (const span of document.body.querySelectorAll('span'))
    if (
      span.textContent === '\u00a0' &&
      /^(?:Apple-converted-space)?$/.test(span.getAttribute('class') ?? '')
    )
      span.textContent = ' '
}

/** Whether there is more in it than lines, and not the colours of a program's text. */
function hasStructure(document: DomDocument): boolean {
  const { body } = document
  const structure = 'h1, h2, h3, h4, h5, h6, p, ul, ol, table, blockquote, a[href], em, i, strong, b, pre'
  if (body.querySelector(structure) === null) return false
  // Editors give a line of code as a div of coloured spans, in a box of a fixed width for letters.
  const editor = body.querySelector('[style*="white-space"][style*="font-family"], [class*="monaco"], pre')
  const isCode = editor !== null && /mono|consolas|courier|menlo|white-space:\s*pre/i.test(styleOf(editor))
  return !isCode || body.querySelector('h1, h2, p, ul, ol, table') !== null
}

function styleOf(element: { getAttribute(name: string): string | null; localName: string }): string {
  return `${element.getAttribute('style') ?? ''}${element.localName === 'pre' ? ' white-space: pre' : ''}`
}

function headingOf(document: DomDocument): string | null {
  const heading = document.querySelector('h1') ?? document.querySelector('h2')
  return line.safeParse(foldAll(heading?.textContent ?? '')).data ?? null
}

function addressOf(document: DomDocument): string | null {
  const link =
    document.querySelector('link[rel="canonical"], a[rel~="canonical"]') ??
    document.querySelector('base[href]')
  return webAddress.safeParse(linkTarget(link?.getAttribute('href') ?? null, null)).data ?? null
}

function lettersOf(words: string): number {
  return words.replace(/[^\p{L}\p{N}]/gu, '').length
}
