// What stands where in a PDF, read by pdf.js: a reader of its own, that knows nothing of how the PDF was made.
import { decodePDFRawStream, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import type { PDFPageProxy } from 'pdfjs-dist'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text; lengths in points from the top left corner of its page. */
export type Run = { text: string; left: number; right: number; top: number; bottom: number }

export type LaidOutPage = {
  width: number
  height: number
  runs: Run[]
  words: string
  /** Its text as a reader copies it, in the order of the file and without what is no part of the text: where the file says what some glyphs stand for, that. */
  copied: string
}

export type LaidOutPdf = {
  pages: LaidOutPage[]
  /** The page, from 1, of each named destination. */
  destinations: Map<string, number>
  /** The titles of the outline, in order, inner ones too. */
  outline: string[]
  isTagged: boolean
  /** The name of each font; a font of drawings has its kind as its name. */
  faces: string[]
}

export async function laidOutPdf(bytes: Uint8Array): Promise<LaidOutPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const actual = await actualTexts(bytes)
  const pages: LaidOutPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const texts = items.flatMap(item => ('str' in item ? [item] : []))
    const runs = texts
      .filter(({ str }) => str.trim() !== '')
      .map(({ str, transform, width: wide }) => {
        const [, , , size = 0, x = 0, y = 0] = transform as number[]
        // About what a line's letters take: ascenders over the baseline, descenders under it.
        return {
          text: str,
          left: x,
          right: x + wide,
          top: height - y - size * 0.72,
          bottom: height - y + size * 0.2,
        }
      })
    const words = texts.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join('')
    const copied = (await copiedTexts(page, actual[number - 1] ?? [])).join('')
    pages.push({ width, height, runs, words: words.replace(/\s+/g, ' '), copied })
  }
  const destinations = new Map<string, number>()
  for (const [name, [page]] of Object.entries(await document.getDestinations())) {
    destinations.set(name, (await document.getPageIndex(page)) + 1)
  }
  type Entry = { title: string; items: Entry[] }
  const titles = (entries: readonly Entry[]): string[] =>
    entries.flatMap(({ title, items }) => [title, ...titles(items)])
  const outline = titles(((await document.getOutline()) ?? []) as Entry[])
  const isTagged = (await document.getMarkInfo())?.Marked === true
  await task.destroy()
  return { pages, destinations, outline, isTagged, faces: await facesIn(bytes) }
}

/**
 * The texts of a page without its artifacts. Spans without a number of marked content are Chromium's around glyphs whose characters
 * it spells out, where a letter has its dots apart or a cluster is reordered: in their place stands what `actual` says, in order.
 */
async function copiedTexts(page: PDFPageProxy, actual: readonly string[]): Promise<string[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const open: ('shown' | 'left out')[] = []
  const texts: string[] = []
  let spans = 0
  for (const item of items) {
    if ('str' in item) {
      if (!open.includes('left out')) texts.push(item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else {
      // Its declared type lacks the tag.
      const { tag } = item as { tag?: string }
      const isSpelt = tag === 'Span' && (item.id ?? null) === null
      if (isSpelt) texts.push(actual[spans++] ?? '')
      open.push(isSpelt || tag === 'Artifact' ? 'left out' : 'shown')
    }
  }
  if (spans !== actual.length)
    throw new Error(`${actual.length} texts are spelt out, and ${spans} spans are there`)
  return texts
}

/** What the spans of each page spell out, in order (ISO 32000-2, 14.9.4). */
async function actualTexts(bytes: Uint8Array): Promise<string[][]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.getPages().map(page => {
    const content = page.node.lookup(PDFName.of('Contents'))
    if (!(content instanceof PDFRawStream)) return []
    const drawn = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1')
    const spans = drawn.matchAll(/\/Span\s*<<\s*\/ActualText\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\)])*)\))/g)
    return [...spans].map(([, hex, literal = '']) =>
      hex === undefined
        ? literal.replace(/\\(.)/g, '$1')
        : PDFHexString.of(hex.replace(/\s/g, '')).decodeText(),
    )
  })
}

async function facesIn(bytes: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const named = (font: PDFDict, name: string) => font.lookupMaybe(PDFName.of(name), PDFName)?.decodeText()
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || named(object, 'Type') !== 'Font') return []
    return named(object, 'BaseFont') ?? named(object, 'Subtype') ?? ''
  })
}
