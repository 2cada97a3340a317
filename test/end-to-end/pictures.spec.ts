// Pictures that come with a source, or are dropped on it, and what is served to the window.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import { answerOpenDialog, chooseMenu, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

const fixture = (name: string) => join(projectRoot, 'test/fixtures/capture', name)

/** Drops a file on the window as the file manager does. */
async function drop(page: Page, name: string, type: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ([name, type, numbers]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(numbers)], name, { type }))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [name, type, [...bytes]] as const,
  )
}

test('the picture of a mail is shown with it, and one that is dropped is kept beside it', async ({
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  await answerOpenDialog(app, [fixture('decision.eml')])
  await chooseMenu(app, 'import-source')
  await expect(page.getByLabel('Source title')).toHaveValue('Decision on the levy – €14 from July')
  const pictures = page.getByRole('list', { name: 'Pictures of the source' }).getByRole('img')
  await expect(pictures).toHaveCount(1)
  await expect
    .poll(() => pictures.first().evaluate(image => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)

  // The same picture is one picture.
  await drop(page, 'again.png', 'image/png', readFileSync(fixture('quay.png')))
  await expect(page.getByText('again.png is kept with')).toBeVisible()
  await expect(pictures).toHaveCount(1)
  const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  await drop(page, 'dot.gif', 'image/gif', dot)
  await expect(pictures).toHaveCount(2)
  await drop(page, 'page.png', 'image/png', new TextEncoder().encode('<script>alert(1)</script>'))
  await expect(page.getByText('“page.png” is no picture that can be shown.')).toBeVisible()
  await expect(pictures).toHaveCount(2)

  await page.getByRole('button', { name: 'Waves over a quay' }).click()
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
  await keepScreen(open, 'source-picture')
  await page.keyboard.press('Escape')
  await keepScreen(open, 'source-mail')
})

test('what is kept and is no picture is not served to the window', async ({ openApp }) => {
  const { app, page } = await openApp()
  await answerOpenDialog(app, [fixture('decision.eml')])
  await chooseMenu(app, 'import-source')
  await page.getByRole('list', { name: 'Pictures of the source' }).waitFor()
  const statusOf = (sha256: string) =>
    page.evaluate(
      async name =>
        await new Promise<string>(done => {
          const image = new Image()
          image.onload = () => done('shown')
          image.onerror = () => done('refused')
          image.src = `/attachments/${name}`
        }),
      sha256,
    )
  const listed = await page.evaluate(async () => {
    const { dispatchBox } = window as unknown as {
      dispatchBox: {
        invoke(
          name: string,
          input: unknown,
        ): Promise<{ value: { sources: { sha256: string; images: { sha256: string }[] }[] } }>
      }
    }
    return (await dispatchBox.invoke('library.list', {})).value.sources[0]
  })
  expect(await statusOf(listed?.images[0]?.sha256 ?? '')).toBe('shown')
  expect(await statusOf(listed?.sha256 ?? '')).toBe('refused')
  expect(await statusOf('0'.repeat(64))).toBe('refused')
})
