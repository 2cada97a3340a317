// What stands where in a PDF, read by pdf.js: a reader of its own, that knows nothing of how the PDF was made.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text; lengths in points from the top left corner of its page. */
export type Run = { text: string; left: number; right: number; top: number; bottom: number }

export type LaidOutPage = { width: number; height: number; runs: Run[]; words: string }

export type LaidOutPdf = {
  pages: LaidOutPage[]
  /** The page, from 1, of each named destination. */
  destinations: Map<string, number>
  /** The titles of the outline, in order, inner ones too. */
  outline: string[]
  isTagged: boolean
}

export async function laidOutPdf(bytes: Uint8Array): Promise<LaidOutPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
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
    pages.push({ width, height, runs, words: words.replace(/\s+/g, ' ') })
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
  return { pages, destinations, outline, isTagged }
}
