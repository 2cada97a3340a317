// The one printer: a window that is never shown prints a composed brief.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { script as pager } from 'virtual:pager'
import { BrowserWindow } from 'electron'
import { fillDocumentPage } from '../../shared/brief/fill-document-page.ts'
import { withBrokenTables } from '../pdf/broken-tables.ts'
import { areNotesPlaced, pdfLayout } from '../pdf/pdf-layout.ts'
import type { Printer } from '../requests/ports.ts'
import type { serveApp } from './app-protocol.ts'
import { appOrigin } from './origin.ts'

/** Prints through the built document page, the same that the preview shows. */
export function pdfPrinter(documentPage: string, served: ReturnType<typeof serveApp>): Printer {
  return {
    print: async (rendered, stop) => {
      stop?.throwIfAborted()
      const name = `print-${randomUUID()}`
      const page = fillDocumentPage(await readFile(documentPage, 'utf8'), rendered, `${name}.css`)
      // Broken off meanwhile, there is no window yet that could be destroyed.
      stop?.throwIfAborted()
      served.add({ name: `${name}.html`, type: 'text/html', text: page })
      served.add({ name: `${name}.css`, type: 'text/css', text: `${rendered.pageStyle}\n${heldBack}` })
      const { pictures = {} } = rendered
      served.addPictures(pictures)
      const window = new BrowserWindow({
        show: false,
        webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false },
      })
      // Whatever a window that is destroyed leaves unanswered, this rejects (electron/electron#29485).
      const { promise: brokenOff, reject } = Promise.withResolvers<never>()
      const breakOff = () => {
        reject(stop?.reason)
        window.destroy()
      }
      stop?.addEventListener('abort', breakOff)
      try {
        const load = async () => {
          await window.loadURL(`${appOrigin}/${name}.html`)
          const show = `pager.showOnceFacesAreThere(${JSON.stringify(rendered.marginWords)})`
          await window.webContents.executeJavaScript(`${pager}\n${show}`)
        }
        return await Promise.race([printPaged(window, load), brokenOff])
      } finally {
        stop?.removeEventListener('abort', breakOff)
        window.destroy()
        served.remove(`${name}.html`)
        served.remove(`${name}.css`)
        served.removePictures(pictures)
      }
    },
  }
}

/** Nothing is laid out until its faces are there (renderer/paging/load-faces.ts). */
const heldBack = 'html:not(.has-faces) body { display: none }'

/** What the pager says it did (renderer/paging/page-brief.ts). */
type Paged = { contents: Record<string, number>; hasFootNotes: boolean; brokenTables: number[] }

/**
 * Breaks the loaded brief into pages and prints it, then reads where everything came to stand: a note that is not on the page that
 * calls it sends all notes after the text, and numbers of the contents that are not right are corrected.
 */
async function printPaged(window: BrowserWindow, load: () => Promise<void>): Promise<Uint8Array> {
  const print = () =>
    window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  const page = async (how: 'pageBrief' | 'pageWithNotesAfter'): Promise<Paged> => {
    await load()
    return window.webContents.executeJavaScript(`pager.${how}()`)
  }
  let paged = await page('pageBrief')
  let pdf: Uint8Array = await print()
  if (paged.hasFootNotes && !areNotesPlaced(pdfLayout(pdf))) {
    paged = await page('pageWithNotesAfter')
    pdf = await print()
  }
  const { destinations, pages } = pdfLayout(pdf)
  const isRight = Object.entries(paged.contents).every(([id, number]) => destinations.get(id) === number)
  if (isRight) return withBrokenTables(pdf, paged.brokenTables)
  const printed = JSON.stringify(Object.fromEntries(destinations))
  await window.webContents.executeJavaScript(`pager.correctNumbers(${printed}, ${pages})`)
  return withBrokenTables(await print(), paged.brokenTables)
}
