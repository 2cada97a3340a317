import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { drawnPng } from '../../drawn-picture.ts'
import { expectPage, waitFor } from '../../patient.ts'
import { deskOfEachTest } from '../desk.ts'

const openDesk = deskOfEachTest()

async function withPictures(count: number) {
  const desk = await openDesk({
    prepare: async ask => {
      await ask('brief.create', { template: 'uk-submission', title: 'Holdings', body: 'Before.' })
    },
  })
  const { page, library } = desk
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await expectPage(text).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
  // It would ask for the pictures, which nobody serves here.
  await desk.choose('toggle-preview')
  await expectPage(page.locator('iframe')).toHaveCount(0)
  await paste(page, count)
  const form = page.getByRole('dialog', { name: 'Words for the picture' })
  await expectPage(form.getByRole('textbox')).toBeFocused()
  /** The text as it is saved, its pictures' addresses left out. */
  const saved = async () => {
    const [brief] = library.list('briefs')
    const body = brief ? (await library.get('briefs', brief.id)).body : ''
    return body.replace(/\(attachment:[0-9a-f]{64}\)/g, '()')
  }
  return { ...desk, text, form, saved }
}

async function paste(page: Page, count: number): Promise<void> {
  const pictures = Array.from({ length: count }, (_, index) => [...drawnPng(30 + index, 20)])
  await page.getByRole('textbox', { name: 'Brief text' }).evaluate((content, pictures) => {
    const clipboardData = new DataTransfer()
    for (const [index, bytes] of pictures.entries())
      clipboardData.items.add(new File([Uint8Array.from(bytes)], `chart-${index}.png`, { type: 'image/png' }))
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, pictures)
}

test('what a picture shows is asked as it is pasted, and writing goes on behind it', async () => {
  const { page, text, form, saved } = await withPictures(1)
  await page.keyboard.type('A chart [of 2025]')
  await page.keyboard.press('Enter')
  await expectPage(form).toHaveCount(0)
  await expectPage(text).toBeFocused()
  await page.keyboard.type(' After.')
  await waitFor(async () => expect(await saved()).toBe('Before.\n\n![A chart \\[of 2025\\]]() After.'))
})

test('each of several is asked for, and may be left without words', async () => {
  const { page, form, text, saved } = await withPictures(2)
  await expectPage(form.getByLabel('What does picture 1 of 2 show?')).toBeFocused()
  await page.keyboard.type('One')
  await page.keyboard.press('Enter')
  await expectPage(form.getByLabel('What does picture 2 of 2 show?')).toBeFocused()
  await page.keyboard.press('Escape')
  await expectPage(form).toHaveCount(0)
  await expectPage(text).toBeFocused()
  await waitFor(async () => expect(await saved()).toBe('Before.\n\n![One]()\n\n![]()'))
})

test('whoever goes on elsewhere has answered by what was typed', async () => {
  const { page, form, saved } = await withPictures(1)
  await page.keyboard.type('A chart')
  await page.getByRole('textbox', { name: 'Brief text' }).getByText('Before.').click()
  await expectPage(form).toHaveCount(0)
  await waitFor(async () => expect(await saved()).toBe('Before.\n\n![A chart]()'))
})
