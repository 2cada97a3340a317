// The two documents that leave the window: the page that the printer loads, and the exported web page in a browser.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright'
import { webPage } from '../../main/html/web-page.ts'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { fillDocumentPage } from '../../shared/brief/fill-document-page.ts'
import { type RenderedBrief, renderBrief } from '../../shared/brief/render-brief.ts'
import type { HostileApp } from './hostile-app.ts'
import { hostileBrief } from './hostile-records.ts'
import { provoke } from './provoke.ts'
import { layTripwires } from './tripwire.ts'

/** Characters of HTML that are laid out too. */
const mostShown = 1_000_000

/** A page that shows some vectors when it is asked to, and gives the odd addresses of links in it. */
export type Paper = { page: Page; show: (vectors: readonly string[]) => Promise<string[]> }

/**
 * The document that `main/shell/pdf-printer.ts` loads, filled as there and served by the app's protocol under the policy of
 * documents, in a window that is never shown.
 */
export async function printPaper({ app, served }: HostileApp): Promise<Paper> {
  const built = await readFile(join(served, 'document.html'), 'utf8')
  const opened = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow }) => {
    const webPreferences = { contextIsolation: true, sandbox: true, nodeIntegration: false }
    const window = new BrowserWindow({ show: false, webPreferences })
    Object.assign(globalThis, { printing: window })
    await window.loadURL('app://dispatch-box/document.html')
  })
  const page = await opened
  let times = 0
  return {
    page,
    show: async vectors => {
      const name = `printed-${times++}`
      const rendered = joined(vectors)
      // The printer holds a page back until its faces are there, and laying out a hundred briefs in one takes many seconds.
      const held = rendered.html.length > mostShown ? 'html:not(.has-faces) body { display: none }' : ''
      await writeFile(join(served, `${name}.css`), `${rendered.pageStyle}\n${held}`)
      await writeFile(join(served, `${name}.html`), fillDocumentPage(built, rendered, `${name}.css`))
      await app.evaluate(async (_electron, address) => {
        const { printing } = globalThis as unknown as { printing: Electron.BrowserWindow }
        await printing.loadURL(address)
      }, `app://dispatch-box/${name}.html`)
      return provoked(page)
    },
  }
}

/** What `main/html/web-page.ts` writes, opened from the disk in a browser that has nothing of the app. */
export async function exportPaper(browser: Browser, folder: string, documentPage: string): Promise<Paper> {
  const context = await browser.newContext()
  await layTripwires(context)
  const page = await context.newPage()
  // No address is ever reached: what is asked for is seen, and stays without an answer.
  await context.route(/^(?!file:)/, route => route.abort())
  const write = webPage(documentPage)
  let times = 0
  return {
    page,
    show: async vectors => {
      const file = join(folder, `exported-${times++}.html`)
      await writeFile(file, await write(joined(vectors)))
      await page.goto(pathToFileURL(file).href)
      return provoked(page)
    },
  }
}

/** The briefs of some vectors, each composed and rendered by itself, as one document. */
function joined(vectors: readonly string[]): RenderedBrief {
  const briefs = vectors.map(vector => renderBrief(composeBrief(hostileBrief(vector))))
  const all = (take: (brief: RenderedBrief) => string) => briefs.map(take).join('\n')
  return {
    title: all(({ title }) => title),
    language: 'en-GB',
    html: all(({ html }) => html),
    pageStyle: all(({ pageStyle }) => pageStyle),
    marginWords: all(({ marginWords }) => marginWords),
  }
}

function provoked(page: Page): Promise<string[]> {
  return page.evaluate(`(${provoke})(document, false)`)
}
