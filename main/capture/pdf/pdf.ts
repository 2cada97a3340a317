// A PDF to a source: its words in the order of reading, and what it says of itself.
import type { Captured, ReportProgress } from '../captured.ts'
import { refusal } from '../decode-text.ts'
import { readingOrder } from './columns.ts'
import { authorsOf, languageOf, titleOf } from './facts.ts'
import { type Chunk, chunksOf, mostOf } from './lines.ts'
import { markdownOf } from './markdown.ts'
import { readPageText } from './operators.ts'
import { blocksOf } from './paragraphs.ts'
import { openPdf, type PdfDocument, type PdfOperators, type PdfPage } from './pdfjs.ts'
import { withRuledTables } from './ruled-tables.ts'
import { withoutRunningLines } from './running-lines.ts'
import { tagsOf } from './tags.ts'

/** A source is a text somebody reads; a file of more pages is an archive. */
const mostPages = 2000

/**
 * Reads a PDF. Throws a RequestProblem that names the file where it is locked, damaged, too long or has no words. `report` is told
 * each page that was read. Opens no other file, but for the character maps that come with the app.
 */
export async function readPdf(name: string, bytes: Uint8Array, report: ReportProgress): Promise<Captured> {
  if (bytes.length === 0) throw refusal(name, 'is empty', 'Choose a file with text in it.')
  if (isCutOff(bytes)) throw refusal(name, 'is cut off: its end is not there', damagedNext)
  const opened = await openPdf(bytes).catch((error: unknown) => {
    throw whyNotOpened(name, error)
  })
  const { document, ops, close } = opened
  try {
    if (document.numPages > mostPages)
      throw refusal(
        name,
        `has ${document.numPages} pages; ${mostPages} can be read`,
        'Split it, or keep only the pages you need.',
      )
    const pages: Page[] = []
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await readPage(name, document, number, ops))
      report(number, document.numPages)
    }
    return { ...(await describe(document, textOf(name, pages))), kind: 'pdf', images: [] }
  } finally {
    await close()
  }
}

type Page = { chunks: Chunk[]; height: number; hasPicture: boolean }

async function readPage(
  name: string,
  document: PdfDocument,
  number: number,
  ops: PdfOperators,
): Promise<Page> {
  let page: PdfPage | null = null
  try {
    page = await document.getPage(number)
    const tree = await page.getStructTree().catch(() => null)
    const { fragments, rules, height, hasPicture } = await readPageText(page, ops, tagsOf(tree))
    const chunks = chunksOf(fragments, rules)
    return { chunks: tree ? chunks : withRuledTables(chunks, rules), height, hasPicture }
  } catch {
    throw refusal(name, `is damaged on page ${number}`, damagedNext)
  } finally {
    page?.cleanup()
  }
}

const damagedNext = 'Fetch it again, or open it elsewhere and print it to a new PDF.'

/** pdf.js would read the pages that are left and say nothing. A PDF's end is marked, and little comes after it. */
function isCutOff(bytes: Uint8Array): boolean {
  const [head, end] = [bytes.subarray(0, 1024), bytes.subarray(-8192)].map(part => latin.decode(part))
  return head?.includes('%PDF-') === true && !/startxref|%%EOF/.test(end ?? '')
}

const latin = new TextDecoder('latin1')

function whyNotOpened(name: string, error: unknown): Error {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException')
    return refusal(
      name,
      'is locked with a password',
      'Open it with its password elsewhere, save it without, and import that.',
    )
  return refusal(name, 'is not a whole PDF: it is damaged, cut off or of another kind', damagedNext)
}

type Read = { text: string; starts: { page: number; start: number }[]; largest: string | null }

function textOf(name: string, pages: readonly Page[]): Read {
  if (pages.every(({ chunks }) => chunks.length === 0)) {
    if (pages.some(({ hasPicture }) => hasPicture))
      throw refusal(
        name,
        'holds pictures of pages and no text, as a scan does',
        'Run text recognition (OCR) over it and try again.',
      )
    throw refusal(name, 'has nothing on its pages', 'Choose a file with text in it.')
  }
  const bodySize = mostOf(
    pages.flatMap(({ chunks }) => chunks),
    chunk => chunk.size,
  )
  const withoutEdges = withoutRunningLines(pages, bodySize)
  const isAllEdges = withoutEdges.every(chunks => chunks.length === 0)
  const kept = isAllEdges ? pages.map(({ chunks }) => chunks) : withoutEdges
  const blocks = blocksOf(readingOrder(kept.map(chunks => withoutWatermarks(chunks, bodySize))), bodySize)
  const { text, pages: starts } = markdownOf(blocks)
  if ((text.match(/\ufffd/g)?.length ?? 0) > 0.2 * text.length)
    throw refusal(
      name,
      'does not say which letters its fonts draw',
      'Run text recognition (OCR) over it and try again.',
    )
  return { text, starts, largest: blocks.find(block => block.kind === 'title')?.text ?? null }
}

/** Large pale type is a watermark. */
function withoutWatermarks(chunks: readonly Chunk[], bodySize: number): Chunk[] {
  return chunks.filter(chunk => !chunk.isFaint || chunk.size < 1.5 * bodySize)
}

type Info = { Title?: unknown; Author?: unknown; Language?: unknown }

async function describe(
  document: PdfDocument,
  { text, starts, largest }: Read,
): Promise<
  Pick<Captured, 'title' | 'publisher' | 'authors' | 'url' | 'publishedOn' | 'language' | 'text' | 'pages'>
> {
  const metadata: unknown = await document.getMetadata().catch(() => null)
  const info: Info = (metadata as { info?: Info } | null)?.info ?? {}
  const labels = await document.getPageLabels().catch(() => null)
  return {
    title: titleOf(info.Title) ?? largest,
    authors: authorsOf(info.Author),
    publisher: null,
    url: null,
    // When the file was made is not when the text was published.
    publishedOn: null,
    language: languageOf(info.Language),
    text,
    pages: starts.map(({ page, start }) => ({ label: labels?.[page] || String(page + 1), start })),
  }
}
