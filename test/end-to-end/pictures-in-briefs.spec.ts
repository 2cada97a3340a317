// A picture in a brief: pasted, shown, printed with its words, carried into a web page, and missed when its file is gone.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { drawnPng } from '../drawn-picture.ts'
import { answerSaveDialog, chooseMenu, type OpenApp, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

const picture = drawnPng(480, 240)

async function begin({ app, page }: OpenApp): Promise<void> {
  await chooseMenu(app, 'new-brief')
  const dialog = page.getByRole('dialog', { name: 'New brief' })
  await dialog.getByLabel('Title', { exact: true }).fill('Holdings')
  await dialog.getByText('Market morning note', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Create brief' }).click()
  await page.getByRole('textbox', { name: 'Brief text' }).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('Before.\n\n')
}

/** Gives a picture to the text as the clipboard or the file manager does. */
async function give(page: Page, how: 'paste' | 'drop', name: string, bytes: Uint8Array): Promise<void> {
  await page.getByRole('textbox', { name: 'Brief text' }).evaluate(
    (text, [how, name, numbers]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(numbers)], name, { type: 'image/png' }))
      const { left = 0, bottom = 0 } = text.lastElementChild?.getBoundingClientRect() ?? {}
      text.dispatchEvent(
        how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', {
              dataTransfer: data,
              clientX: left + 2,
              clientY: bottom - 4,
              bubbles: true,
              cancelable: true,
            }),
      )
    },
    [how, name, [...bytes]] as const,
  )
}

/** The words of the figures in a PDF's tree of tags. */
async function figuresIn(file: string): Promise<string[]> {
  const { context } = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of('Figure')) return []
    const words = object.lookup(PDFName.of('Alt'))
    return words instanceof PDFString || words instanceof PDFHexString ? [words.decodeText()] : []
  })
}

test('a picture is pasted, described, shown and undone in one step', async ({ folder, openApp }) => {
  const open = await openApp()
  const { app, page } = open
  await begin(open)
  await give(page, 'paste', 'chart.png', picture)
  const text = page.getByRole('textbox', { name: 'Brief text' })
  // Its address is drawn short.
  await expect(text).toContainText(/!\[\]\(attachment:[0-9a-f]{6}…\)/)
  const form = page.getByRole('dialog', { name: 'Words for the picture' })
  await expect(form.getByRole('textbox')).toBeFocused()
  await keepScreen(open, 'picture-words')
  await page.keyboard.insertText('Squares from dark to light')
  await page.keyboard.press('Enter')
  const shown = page.frameLocator('iframe').getByRole('img', { name: 'Squares from dark to light' })
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(480)
  await keepScreen(open, 'brief-picture')

  const pdf = join(folder, 'holdings.pdf')
  await answerSaveDialog(app, pdf)
  await chooseMenu(app, 'export-brief')
  await expect(page.getByText('PDF exported')).toBeVisible({ timeout: 30_000 })
  expect(await figuresIn(pdf)).toEqual(['Squares from dark to light'])

  const html = join(folder, 'holdings.html')
  await answerSaveDialog(app, html)
  await chooseMenu(app, 'export-brief')
  await expect(page.getByText('Web page exported')).toBeVisible()
  expect(readFileSync(html, 'utf8')).toContain(
    `src="data:image/png;base64,${Buffer.from(picture).toString('base64')}" alt="Squares from dark to light"`,
  )

  await text.click()
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text).not.toContainText('attachment:')
  await expect(text).toContainText('Before.')
})

test('a picture that is dropped stands where it was dropped', async ({ openApp }) => {
  const open = await openApp()
  await begin(open)
  await give(open.page, 'drop', 'chart.png', picture)
  await expect(open.page.getByRole('textbox', { name: 'Brief text' })).toContainText('attachment:')
  await expect(open.page.frameLocator('iframe').locator('img')).toBeVisible()
})

test('a picture whose file is gone is framed and named, and holds the export', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  const { page } = open
  await begin(open)
  await give(page, 'paste', 'chart.png', picture)
  await expect(page.getByRole('textbox', { name: 'Brief text' })).toContainText('attachment:')
  await page.keyboard.insertText('Squares')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: 'Status' })).toHaveText(/Saved/)
  await open.close()
  const kept = join(folder, 'library', 'attachments')
  for (const name of readdirSync(kept)) rmSync(join(kept, name))

  const again = await openApp()
  await expect(again.page.frameLocator('iframe').getByText('Picture missing: Squares')).toBeVisible()
  await keepScreen(again, 'brief-picture-missing')
  const pdf = join(folder, 'holdings.pdf')
  await answerSaveDialog(again.app, pdf)
  await chooseMenu(again.app, 'export-brief')
  await expect(again.page.getByText('Not exported yet')).toBeVisible()
  await again.page.getByRole('button', { name: 'Export even so' }).click()
  await expect(again.page.getByText('PDF exported')).toBeVisible({ timeout: 30_000 })
  expect(await figuresIn(pdf)).toEqual([])
})
