import { test } from 'vitest'
import { expectPage } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

test('the keys go on in the text after renaming, after saving evidence, and after an export', async () => {
  const { page, choose } = await openDesk({ prepare: linkedBrief })
  const text = page.getByLabel('Brief text')
  await expectPage(text).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await expectPage(text).toBeFocused()
  await page.frameLocator('iframe').locator('.quoted').click()
  await page.getByLabel('Role').fill('Minister')
  await page.getByLabel('Role').press('Control+Enter')
  await expectPage(text).toBeFocused()
  await choose('export-brief')
  const panel = page.getByRole('region', { name: 'Export' })
  await panel.getByRole('button', { name: 'Close' }).click()
  await expectPage(text).toBeFocused()
})

test('of many problems the newest two are shown, and Escape dismisses them one by one', async () => {
  const { page, choose, answers } = await openDesk()
  let count = 0
  answers.set('source.import', async () => {
    count++
    return { ok: false, problem: { code: 'failed', message: `Problem ${count}.` } }
  })
  for (let at = 1; at <= 4; at++) {
    await choose('import-source')
    await expectPage(page.getByText(`Problem ${at}.`)).toBeVisible()
  }
  await expectPage(page.getByRole('alert')).toHaveText(['Problem 3.', 'Problem 4.'])
  await expectPage(page.getByText('… and 2 more')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectPage(page.getByRole('alert')).toHaveText(['Problem 2.', 'Problem 3.'])
  await page.getByRole('button', { name: 'Dismiss all' }).click()
  await expectPage(page.getByRole('alert')).toHaveCount(0)
})

test('after a brief or a source is deleted, the keys go on in the list, or where a new one is begun', async () => {
  const { page, choose } = await openDesk({
    prepare: async ask => {
      await linkedBrief(ask)
      await ask('brief.create', { template: 'market-morning-note', title: 'Other' })
    },
  })
  await page.getByRole('button', { name: 'Delete brief' }).click()
  const briefs = page.getByRole('list', { name: 'Briefs' }).getByRole('button')
  await expectPage(briefs).toHaveCount(1)
  await expectPage(briefs).toBeFocused()
  await choose('show-sources')
  await page.getByRole('button', { name: /The minister said/ }).click()
  await page.getByRole('button', { name: 'Delete source' }).click()
  await page.getByRole('button', { name: 'Delete even so' }).click()
  await expectPage(page.getByRole('button', { name: 'Import a file' })).toBeFocused()
})

test('after text is pasted as a source, the keys read it', async () => {
  const { page } = await openDesk()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'A headline\n\nSome words.')
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expectPage(page.getByRole('article', { name: 'Source text' })).toBeFocused()
})
