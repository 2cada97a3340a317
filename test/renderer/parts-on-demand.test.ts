// Parts of the window that are asked for before they are loaded, or that cannot be loaded.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Answer } from '../../main/requests/requests.ts'
import { expectPage } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

const overlays = /\/overlays-[^/]*\.js$/
const briefDesk = /\/brief-desk-[^/]*\.js$/

const text = (page: Page) => page.getByLabel('Brief text')
const palette = (page: Page) => page.getByRole('dialog').getByRole('combobox')

async function library(ask: Answer): Promise<void> {
  for (const title of ['Morning', 'Evening'])
    await ask('brief.create', { template: 'market-morning-note', title, body: 'The yen fell.' })
}

/** Whether this browser asks again for a module that could not be loaded: older ones remember that it could not. */
async function asksAgain(page: Page): Promise<boolean> {
  const address = '/asked-again.js'
  // As text: what builds the tests would make its own of a function with an import in it.
  const load = () => page.evaluate(`import('${address}').then(() => true, () => false)`)
  await page.route(`**${address}`, route => route.abort())
  expect(await load()).toBe(false)
  await page.unroute(`**${address}`)
  await page.route(`**${address}`, route =>
    route.fulfill({ contentType: 'text/javascript', body: 'export {}' }),
  )
  return (await load()) === true
}

test('a dialog that is asked for before its code is there comes later, with what was typed for it', async () => {
  const { page } = await openDesk({ prepare: library })
  let letGo: () => void = () => undefined
  const isFree = new Promise<void>(done => {
    letGo = done
  })
  await page.route(overlays, route => isFree.then(() => route.continue()))
  await page.reload()
  await text(page).click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zebra')
  await expectPage(palette(page)).toHaveCount(0)
  letGo()
  await expectPage(palette(page)).toBeFocused()
  await expectPage(palette(page)).toHaveValue('zebra')
  await page.keyboard.press('Escape')
  await expectPage(text(page)).toBeFocused()
  await expectPage(text(page)).not.toContainText('zebra')
})

test('a menu that is open before the editor’s code is there keeps the keyboard', async () => {
  const { page } = await openDesk({ prepare: library })
  let letGo: () => void = () => undefined
  const isFree = new Promise<void>(done => {
    letGo = done
  })
  await page.route(briefDesk, route => isFree.then(() => route.continue()))
  await page.reload()
  const row = page.getByRole('list', { name: 'Briefs' }).getByRole('button', { name: /^Morning/ })
  await row.click({ button: 'right' })
  await expectPage(page.locator('[role=menuitem]:focus')).toHaveCount(1)
  letGo()
  await text(page).waitFor()
  await expectPage(page.locator('[role=menuitem]:focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expectPage(row).toBeFocused()
})

test('where a dialog cannot be loaded that is told, the keys are free again, and the next time tries again', async () => {
  const { page, complaints } = await openDesk({ prepare: library })
  await page.route(overlays, route => route.abort())
  await page.reload()
  await text(page).click()
  await page.keyboard.press('Control+k')
  await expectPage(page.getByText('A part of the app could not be loaded.')).toBeVisible()
  await page.keyboard.type('quietly ')
  await expectPage(text(page)).toContainText('quietly')
  await page.unroute(overlays)
  if (await asksAgain(page)) {
    await page.keyboard.press('Control+k')
    await expectPage(palette(page)).toBeFocused()
  }
  expect(complaints.splice(0).filter(each => !each.includes('ERR_FAILED'))).toEqual([])
})

test('where the editor cannot be loaded the rest comes all the same, and the next brief tries again', async () => {
  const { page, complaints } = await openDesk({ prepare: library })
  await page.route(briefDesk, route => route.abort())
  await page.reload()
  await expectPage(page.getByText('A part of the app could not be loaded.').first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await expectPage(palette(page)).toBeFocused()
  await page.unroute(briefDesk)
  const isAskedAgain = await asksAgain(page)
  await page.keyboard.type('morning')
  await page.keyboard.press('Enter')
  if (isAskedAgain) await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
  expect(complaints.splice(0).filter(each => !each.includes('ERR_FAILED'))).toEqual([])
})
