// Printed pages as the window draws them, with pdf.js, which is loaded when the first pages come.
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist'
import type { PrintedHeading } from './writing-place.ts'

/**
 * The pages of one print. Those who draw are told by an AbortSignal that nobody waits any more; they draw nothing then, nor
 * once the pages are closed.
 */
export type OpenPages = {
  /** In points. */
  sizes: readonly { width: number; height: number }[]
  /** In their order; the first is the document's title. */
  headings: readonly PrintedHeading[]
  /** A picture of a page, from 0, as wide as so many device pixels; null where nobody waits any more. */
  draw(page: number, width: number, stop: AbortSignal): Promise<HTMLCanvasElement | null>
  /** The words of a page at their places, unseen, to be read aloud and selected; scaled by `--total-scale-factor`. */
  drawWords(page: number, stop: AbortSignal): Promise<HTMLElement | null>
  /** Lets go of what was drawn of a page. */
  release(page: number): void
  close(): Promise<void>
}

type Pdfjs = typeof import('pdfjs-dist')

/** Device pixels that one picture may have: enough for a page at twice its size on a screen of two pixels a point. */
const mostPixels = 16_000_000

let loading: Promise<{ pdfjs: Pdfjs; worker: PDFWorker }> | null = null

/** One thread for all pages of this window. */
function load() {
  loading ??= import('pdfjs-dist').then(pdfjs => {
    const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
    return { pdfjs, worker: pdfjs.PDFWorker.create({ port }) }
  })
  // What failed once may not fail again.
  loading.catch(() => {
    loading = null
  })
  return loading
}

/** Opens a print, and takes its bytes. Rejects where pdf.js cannot read it. */
export async function openPages(pdf: Uint8Array): Promise<OpenPages> {
  const { pdfjs, worker } = await load()
  const task = pdfjs.getDocument({
    data: pdf,
    worker,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // What the content security policy refuses.
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    // The print has its fonts with it; another would be another text.
    useSystemFonts: false,
    enableXfa: false,
  })
  try {
    const document = await task.promise
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
    const pages = await Promise.all(numbers.map(number => document.getPage(number)))
    const sizes = pages
      .map(page => page.getViewport({ scale: 1 }))
      .map(({ width, height }) => ({ width, height }))
    const headings = await headingsOf(document, sizes)
    const closed = new AbortController()
    const orClosed = (stop: AbortSignal) => AbortSignal.any([stop, closed.signal])
    return {
      sizes,
      headings,
      draw: (page, width, stop) => drawPage(pages[page], width, orClosed(stop)),
      drawWords: (page, stop) => drawWords(pdfjs, pages[page], orClosed(stop)),
      release: page => void pages[page]?.cleanup(),
      close: () => {
        // A sheet may be told of its new size before it is told of the newer pages.
        closed.abort()
        return task.destroy()
      },
    }
  } catch (error) {
    await task.destroy()
    throw error
  }
}

async function drawPage(
  page: PDFPageProxy | undefined,
  width: number,
  stop: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  if (!page || width < 1 || stop.aborted) return null
  const natural = page.getViewport({ scale: 1 })
  const most = Math.sqrt(mostPixels / (natural.width * natural.height))
  const viewport = page.getViewport({ scale: Math.min(width / natural.width, most) })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  const task = page.render({ canvas, viewport })
  const cancel = () => task.cancel()
  stop.addEventListener('abort', cancel, { once: true })
  try {
    await task.promise
    return canvas
  } catch (error) {
    releaseCanvas(canvas)
    if (stop.aborted) return null
    throw error
  } finally {
    stop.removeEventListener('abort', cancel)
  }
}

async function drawWords(
  pdfjs: Pdfjs,
  page: PDFPageProxy | undefined,
  stop: AbortSignal,
): Promise<HTMLElement | null> {
  if (!page || stop.aborted) return null
  const container = document.createElement('div')
  container.className = 'sheet-words'
  const viewport = page.getViewport({ scale: 1 })
  const layer = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container, viewport })
  const cancel = () => layer.cancel()
  stop.addEventListener('abort', cancel, { once: true })
  try {
    await layer.render()
    return container
  } catch (error) {
    if (stop.aborted) return null
    throw error
  } finally {
    stop.removeEventListener('abort', cancel)
  }
}

/** Gives the memory of a picture back at once; the browser would keep it until it tidies up. */
export function releaseCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function headingsOf(
  document: PDFDocumentProxy,
  sizes: OpenPages['sizes'],
): Promise<readonly PrintedHeading[]> {
  const entries: Outline = []
  const gather = (items: Outline) => {
    for (const item of items) {
      entries.push(item)
      gather(item.items)
    }
  }
  // pdf.js says null where there is none.
  gather((await document.getOutline()) ?? [])
  const found = await Promise.all(
    entries.map(async ({ title, dest }): Promise<PrintedHeading | null> => {
      // [page, /XYZ, left, top, zoom], with the top counted from the foot of the page (ISO 32000-2, 12.3.2.2).
      const [page, , , top] = (typeof dest === 'string' ? await document.getDestination(dest) : dest) ?? []
      if (!page || typeof top !== 'number') return null
      const index = await document.getPageIndex(page)
      const height = sizes[index]?.height ?? 0
      return { words: title, at: index + Math.min(Math.max(1 - top / height, 0), 1) }
    }),
  )
  return found.filter(heading => heading !== null)
}
