// The one printer: a window that is never shown prints a composed brief.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { script as pager } from 'virtual:pager'
import { BrowserWindow } from 'electron'
import { fillDocumentPage } from '../../shared/brief/fill-document-page.ts'
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
      served.add({ name: `${name}.css`, type: 'text/css', text: rendered.pageStyle })
      const window = new BrowserWindow({
        show: false,
        webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false },
      })
      // What waits for the page rejects then, and what it has of the brief is gone.
      const breakOff = () => window.destroy()
      stop?.addEventListener('abort', breakOff)
      try {
        await window.loadURL(`${appOrigin}/${name}.html`)
        await window.webContents.executeJavaScript(loadFonts(rendered.marginWords))
        await window.webContents.executeJavaScript(`${pager}\npager.pageBrief()`)
        return await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        })
      } finally {
        stop?.removeEventListener('abort', breakOff)
        window.destroy()
        served.remove(`${name}.html`)
        served.remove(`${name}.css`)
      }
    },
  }
}

/** The margins are laid out only when printing begins, too late to load the fonts that nothing else uses. */
function loadFonts(marginWords: string): string {
  return `(async () => {
    const families = getComputedStyle(document.documentElement).getPropertyValue('--small')
    const words = ${JSON.stringify(marginWords)}
    await Promise.all([400, 600].map(weight => document.fonts.load(weight + ' 1em ' + families, words)))
    await document.fonts.ready
    return true
  })()`
}
