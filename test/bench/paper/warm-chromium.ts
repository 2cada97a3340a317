// A Chromium that is open, prints pages, and knows nothing of the app.
import { writeFile } from 'node:fs/promises'
import { type Browser, chromium, type Page } from 'playwright'
import { bareArguments } from '../bare-chromium.ts'

export type WarmChromium = {
  /** Loads a page, waits for its fonts and for `ready`, and prints it tagged and with an outline. */
  print: (address: string, pdf: string, ready?: (page: Page) => Promise<unknown>) => Promise<void>
  close: () => Promise<void>
}

/** `path` is Chromium's program. */
export async function openChromium(path: string): Promise<WarmChromium> {
  // Playwright gives it a profile of its own. Fonts beside a page of files are from elsewhere, for Chromium.
  const args = bareArguments('').filter(argument => !argument.startsWith('--user-data-dir'))
  const browser: Browser = await chromium.launch({
    executablePath: path,
    args: [...args, '--allow-file-access-from-files'],
  })
  const context = await browser.newContext()
  const print: WarmChromium['print'] = async (address, pdf, ready) => {
    const page = await context.newPage()
    await page.goto(address)
    await ready?.(page)
    await page.evaluate('document.fonts.ready.then(() => true)')
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    await page.close()
    await writeFile(pdf, bytes)
  }
  return { print, close: () => browser.close() }
}
