// Taking files in: the strip that says how far it is, stopping, and what comes with a paste.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, test } from 'vitest'
import { type ReadingProcess, readingProcess } from '../../../main/capture/process/reading-process.ts'
import { forkedProcess } from '../../../main/terminal/forked-process.ts'
import { expectPage } from '../../patient.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { deskOfEachTest } from '../desk.ts'

const openDesk = deskOfEachTest()

let reading: ReadingProcess | null = null
afterEach(() => reading?.close())

/** A desk whose next import has a small file, and one that is never done. */
async function openWithEndless() {
  const folder = temporaryFolder()
  const files = [join(folder, 'rates.txt'), join(folder, 'endless.txt'), join(folder, 'after.txt')]
  writeFileSync(files[0] ?? '', 'Rates were held.')
  writeFileSync(files[1] ?? '', 'go on for ever'.padEnd(1024 * 1024))
  writeFileSync(files[2] ?? '', 'Never read.')
  reading = readingProcess(
    forkedProcess(join(import.meta.dirname, '../../main/capture/process/readers-process.ts')),
  )
  return openDesk({ files, reading })
}

const strip = (page: Page) => page.getByRole('region', { name: 'Taking in files' })

test('after a second a strip says which file is taken in, and stopping keeps what is in', async () => {
  const { page, choose } = await openWithEndless()
  await choose('import-source')
  await page.waitForTimeout(500)
  expect(await strip(page).count()).toBe(0)
  await expectPage(strip(page).getByRole('status')).toHaveText('Taking in endless.txt 2 of 3')
  await expectPage(strip(page).getByRole('progressbar')).toHaveAttribute('value', /0\.3/)
  await strip(page).getByRole('button', { name: 'Cancel' }).click()
  await expectPage(page.getByText('It was stopped. One source is in and stays')).toBeVisible()
  await expectPage(strip(page)).toHaveCount(0)
  await expectPage(page.getByRole('list', { name: 'Sources' }).getByRole('button')).toHaveText([
    /Rates were held/,
  ])
})

test('Escape stops it too, where the strip has the focus', async () => {
  const { page, choose } = await openWithEndless()
  await choose('import-source')
  await strip(page).getByRole('button', { name: 'Cancel' }).focus()
  await page.keyboard.press('Escape')
  await expectPage(page.getByText('It was stopped.')).toBeVisible()
})

test('what is done within a second shows no strip', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'rates.txt'), 'Rates were held.')
  const { page, choose } = await openDesk({ files: [join(folder, 'rates.txt')] })
  await choose('import-source')
  await expectPage(page.getByLabel('Source text')).toContainText('Rates were held.')
  await page.waitForTimeout(1200)
  expect(await strip(page).count()).toBe(0)
})

test('dropped files are counted, and what a ZIP leaves out is said', async () => {
  const { page, answers } = await openDesk()
  const asked: string[] = []
  answers.set('source.capture', async input => {
    asked.push((input as { name: string }).name)
    await new Promise(done => setTimeout(done, 1300))
    const leftOut = [`${asked.at(-1)} › chart.png`]
    return { ok: true, value: { sources: [], known: [], failures: [], leftOut, isCancelled: false } }
  })
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    for (const name of ['a.zip', 'b.zip']) dataTransfer.items.add(new File(['x'], name))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
  })
  await expectPage(strip(page).getByRole('status')).toHaveText('Taking in b.zip 2 of 2')
  await expectPage(page.getByText('2 files of the ZIP were left out')).toBeVisible()
  expect(asked).toEqual(['a.zip', 'b.zip'])
})

test('a paste brings the piece of a page that the words are of, unless they were changed by hand', async () => {
  const { page, answers } = await openDesk()
  const asked: unknown[] = []
  answers.set('source.paste', async input => {
    asked.push(input)
    return { ok: false, problem: { code: 'failed', message: 'Only asked.' } }
  })
  await page.getByRole('button', { name: 'Sources' }).first().click()
  await page.getByRole('button', { name: 'Paste text' }).first().click()
  const field = page.getByRole('dialog').getByRole('textbox')
  const paste = async (text: string, html: string) => {
    await field.evaluate(
      (element, [text, html]) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text ?? '')
        clipboardData.setData('text/html', html ?? '')
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      },
      [text, html],
    )
    await field.fill(text.replaceAll('\r\n', '\n'))
  }
  const add = () => page.getByRole('dialog').getByRole('button', { name: 'Add source' }).click()
  await paste('Rates\r\nheld', '<h1>Rates</h1>held')
  await add()
  await expectPage(page.getByText('Only asked.')).toBeVisible()
  await field.press('End')
  await field.press('!')
  await add()
  await expect
    .poll(() => asked)
    .toEqual([
      { text: 'Rates\nheld', html: '<h1>Rates</h1>held' },
      { text: 'Rates\nheld!', html: null },
    ])
})

test('words that are there already are opened, and a text that reads like another is linked with it', async () => {
  const sentences = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `Sentence ${from + at} tells of harbour dues.`).join('\n\n')
  const { page, ask, library } = await openDesk({
    prepare: async ask => {
      await ask('source.paste', { text: `Harbour dues\n\n${sentences(0, 12)}` })
    },
  })
  const paste = (text: string) =>
    page.evaluate(words => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    }, text)
  await paste(`Harbour dues\n\n${sentences(0, 12)}`)
  await expectPage(page.getByText('“Harbour dues” has these very words and was opened')).toBeVisible()
  expect(library.list('sources')).toHaveLength(1)

  await paste(`Dues in the harbour\n\n${sentences(0, 9)}`)
  await expectPage(page.getByText('“Dues in the harbour” reads like “Harbour dues”.')).toBeVisible()
  await expectPage(page.getByLabel('Source title')).toHaveValue('Dues in the harbour')
  await page.getByRole('button', { name: 'Harbour dues', exact: true }).click()
  await expectPage(page.getByLabel('Source title')).toHaveValue('Harbour dues')
  await expectPage(page.getByRole('button', { name: 'Dues in the harbour', exact: true })).toBeVisible()
  expect(await ask('library.list', {})).toMatchObject({ value: { sources: { length: 2 } } })
})
