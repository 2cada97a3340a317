// A saved page or article.
import type { Captured, ReportProgress } from '../captured.ts'
import { refusal } from '../decode-text.ts'
import { type DomDocument, parsePage } from '../from-html/dom.ts'
import { removeHidden } from '../from-html/hidden-parts.ts'
import { htmlToMarkdown } from '../from-html/html-to-markdown.ts'
import { type ImageAt, imagesIn } from '../from-html/text-images.ts'
import { wordsRead } from '../from-html/words-kept.ts'
import { decodeHtml } from './decode-html.ts'
import { findArticle } from './find-article.ts'
import { removeHeadLines } from './head-lines.ts'
import { removeChromeLines, removeChromeParts } from './page-chrome.ts'
import { pageFacts } from './page-facts.ts'
import { linkTarget } from './tracking.ts'

/**
 * Reads a saved page: its article without what is set around it, every word as it stands there, and what the page says
 * of itself. Throws a RequestProblem that names the file where it is no page or has no words.
 */
export async function readHtml(name: string, bytes: Uint8Array, report: ReportProgress): Promise<Captured> {
  return readPage(name, decodeHtml(name, bytes), null, () => null, report)
}

/** Reads the text of a page. `savedFrom` is its address where something beside the page knows it. */
export function readPage(
  name: string,
  html: string,
  savedFrom: string | null,
  imageAt: ImageAt,
  report: ReportProgress,
): Captured {
  try {
    return readTree(name, parsePage(html), html, savedFrom, imageAt, report)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw refusal(
      name,
      'has elements within elements too many deep to be read',
      'Copy the text in a browser and paste it.',
    )
  }
}

function readTree(
  name: string,
  document: DomDocument,
  html: string,
  savedFrom: string | null,
  imageAt: ImageAt,
  report: ReportProgress,
): Captured {
  report(1, 4)
  const facts = pageFacts(document, html, savedFrom)
  removeHidden(document.body)
  removeChromeParts(document.body)
  report(2, 4)
  const article = findArticle(document) ?? bodyAlone(document)
  removeChromeLines(article)
  removeHeadLines(article, facts)
  report(3, 4)
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? null
  const text = withoutTitle(htmlToMarkdown(article, linkTarget(base, facts.url) ?? facts.url), facts.title)
  if (text.trim() === '') {
    throw refusal(
      name,
      'has no words in it that a reader would see',
      'Some pages fetch their words while they are shown: open it in a browser, save it from there, or copy the text and paste it.',
    )
  }
  report(4, 4)
  return { ...facts, kind: 'html', text, pages: [], images: imagesIn(article, imageAt) }
}

/** A text without the title above it, which has a field of its own. */
function withoutTitle(text: string, title: string | null): string {
  const end = text.indexOf('\n\n')
  return end !== -1 && wordsRead(text.slice(0, end)) === title ? text.slice(end + 2) : text
}

/** The body of a page in which no article was found. */
function bodyAlone({ body }: DomDocument) {
  for (const part of [...body.querySelectorAll('nav, aside, footer')]) part.remove()
  return body
}
