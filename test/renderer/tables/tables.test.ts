import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { expectPage, waitFor } from '../../patient.ts'
import { deskOfEachTest } from '../desk.ts'

const openDesk = deskOfEachTest()

async function openBrief(body: string) {
  const desk = await openDesk({
    prepare: async ask => {
      await ask('brief.create', { template: 'uk-submission', title: 'Holdings', body })
    },
  })
  const text = desk.page.getByRole('textbox', { name: 'Brief text' })
  await expectPage(text).toBeFocused()
  /** The text as it is saved. */
  const saved = async () => {
    const [brief] = desk.library.list('briefs')
    return brief ? (await desk.library.get('briefs', brief.id)).body : null
  }
  return { ...desk, text, saved }
}

/** Pastes as a program gives its words to the clipboard. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await page.getByRole('textbox', { name: 'Brief text' }).evaluate((content, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, words] of Object.entries(given)) clipboardData.setData(type, words)
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

describe('tables in a brief', () => {
  test('are put in line when the cursor leaves one that was written in, as one step', async () => {
    const { page, saved } = await openBrief('|A|B|\n|-|-|\n|1|2|\n\nText')
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('Tab')
    await page.keyboard.type('onds')
    await page.keyboard.press('Escape')
    const inLine = '| A   | Bonds |\n| --- | ----- |\n| 1   | 2     |\n\nText'
    await waitFor(async () => expect(await saved()).toBe(inLine))
    await page.keyboard.press('ControlOrMeta+z')
    await waitFor(async () => expect(await saved()).toBe('|A|Bonds|\n|-|-|\n|1|2|\n\nText'))
  })

  test('that are only passed stay as they are', async () => {
    const { page, saved } = await openBrief('|A|B|\n|-|-|\n|1|2|\n\nText')
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await page.keyboard.type('My ')
    await waitFor(async () => expect(await saved()).toBe('|A|B|\n|-|-|\n|1|2|\n\nMy Text'))
  })

  test('have a toolbar that is reached by Alt+F10 and left by Escape', async () => {
    const { page, text, saved } = await openBrief('|A|B|\n|-|-|\n|1|2|\n\nText')
    const toolbar = page.getByRole('toolbar', { name: 'Table' })
    await page.keyboard.press('ControlOrMeta+End')
    await expectPage(toolbar).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+Home')
    await expectPage(toolbar).toBeVisible()
    await page.keyboard.press('Alt+F10')
    await expectPage(toolbar.getByRole('button', { name: 'Insert row below' })).toBeFocused()
    await page.keyboard.press('End')
    const right = toolbar.getByRole('button', { name: 'Align column right' })
    await expectPage(right).toBeFocused()
    await expectPage(right).toHaveAttribute('aria-pressed', 'false')
    await page.keyboard.press('Enter')
    await expectPage(right).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Escape')
    await expectPage(text).toBeFocused()
    await waitFor(async () => expect(await saved()).toContain('| --: | --- |'))
  })

  test('are made of cells that are pasted from a spreadsheet', async () => {
    const { page, saved } = await openBrief('')
    const html =
      '<meta charset="utf-8"><style>td{}</style><table><tr style="height:12pt"><td bgcolor="#fff">Holder</td><td>USD bn</td></tr><tr><td>Japan | total</td><td>1,130</td></tr></table>'
    await paste(page, { 'text/plain': 'Holder\tUSD bn\nJapan | total\t1,130', 'text/html': html })
    await page.keyboard.type('After')
    const made = [
      '| Holder         | USD bn |',
      '| -------------- | ------ |',
      '| Japan \\| total | 1,130  |',
    ]
    await waitFor(async () => expect(await saved()).toBe(`${made.join('\n')}\n\nAfter`))
  })

  test('take pasted cells in, from the cell of the cursor on', async () => {
    const { page, saved } = await openBrief('|A|B|\n|-|-|\n|1|2|\n\nText')
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('Enter')
    await paste(page, { 'text/plain': 'x\ty\nz\tw\n' })
    await waitFor(async () =>
      expect(await saved()).toBe('| A   | B   |\n| --- | --- |\n| x   | y   |\n| z   | w   |\n\nText'),
    )
  })

  test('are not made of words with a tab before them, nor in code', async () => {
    const { page, saved } = await openBrief('')
    await paste(page, { 'text/plain': '\tonly indented' })
    await waitFor(async () => expect(await saved()).toBe('\tonly indented'))
  })
})
