// A screen of the app at each size, light and dark, in out/screenshots, without a fault that axe finds.
import { expect, type Page } from '@playwright/test'
import { faultsOf } from './accessible.ts'
import { keepScreenshot, type OpenApp } from './desk.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 640 },
]

/** Keeps the screen as it is now under a name, and holds it against the rules of WCAG that a program can check. */
export async function keepScreen({ app, page }: OpenApp, name: string): Promise<void> {
  const widthBefore = await page.evaluate(() => innerWidth)
  const before = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize() ?? [])
  const resize = (width = 0, height = 0) =>
    app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(...size), [
      width,
      height,
    ] as [number, number])
  for (const { width, height } of sizes) {
    await resize(width, height)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForFunction(size => innerWidth === size, width)
      await keepScreenshot(page, `screen-${name}-${width}x${height}-${colorScheme}`)
      // Faults do not come with a size, and axe takes its time.
      if (width === sizes[0]?.width) expect.soft(await faultsOf(page), `${name}, ${colorScheme}`).toEqual([])
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await resize(...before)
  await page.waitForFunction(size => innerWidth === size, widthBefore)
}

/** The button of a room. */
export const room = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name })
