// What stands in a PDF, read by pdf.js and pdf-lib: words, pages, outline, language, and which fonts are embedded.
import { readFileSync } from 'node:fs'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPdf = {
  /** The words of each page, white space folded. */
  pages: string[]
  text: string
  title: string | undefined
  language: string | null
  isTagged: boolean
  outline: string[]
  /** In millimetres, of the first page. */
  size: { width: number; height: number }
  fonts: { name: string; isEmbedded: boolean }[]
}

export async function readPdf(file: string): Promise<ReadPdf> {
  const bytes = readFileSync(file)
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const words = items.map(item => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
    // One glyph serves ’ and ʼ; the PDF says which it is in an ActualText, which pdf.js does not read.
    pages.push(words.replace(/\s+/g, ' ').replaceAll('\u02bc', '’'))
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string | null } }
  const markInfo = await document.getMarkInfo()
  const outline = (await document.getOutline()) ?? []
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (await document.getPage(1)).view
  return {
    pages,
    text: pages.join(' '),
    title: info.Title,
    language: info.Language ?? null,
    isTagged: markInfo?.Marked === true,
    outline: outline.map(({ title }) => title),
    size: { width: toMillimetres(x1 - x0), height: toMillimetres(y1 - y0) },
    fonts: await readFonts(bytes),
  }
}

async function readFonts(bytes: Uint8Array): Promise<ReadPdf['fonts']> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const fontFiles = ['FontFile', 'FontFile2', 'FontFile3'].map(key => PDFName.of(key))
  return context.enumerateIndirectObjects().flatMap(([, font]) => {
    if (!(font instanceof PDFDict) || font.get(PDFName.of('Type')) !== PDFName.of('Font')) return []
    const subtype = String(font.get(PDFName.of('Subtype')))
    // A composite font is described by its descendant, which comes up by itself.
    if (subtype === '/Type0') return []
    const name = String(font.get(PDFName.of('BaseFont')) ?? subtype)
    const descriptor = font.lookup(PDFName.of('FontDescriptor'))
    const hasFile = descriptor instanceof PDFDict && fontFiles.some(key => descriptor.has(key))
    // A Type 3 font is its own drawings.
    return [{ name, isEmbedded: hasFile || subtype === '/Type3' }]
  })
}

function toMillimetres(points: number): number {
  return Math.round((points / 72) * 25.4)
}
