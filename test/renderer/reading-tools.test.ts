// The reading view's own means: looking for words, the size of the text, and the evidence in its margin.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

async function openSource() {
  const desk = await openDesk({ prepare: linkedBrief })
  await desk.choose('show-sources')
  await desk.page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
  const text = desk.page.getByRole('article', { name: 'Source text' })
  await expectPage(text).toContainText('It does exist')
  await text.focus()
  return { ...desk, text }
}

/** The words that are painted as found, and those one is at. */
const expectPainted = (page: Page, words: string[][]) =>
  expectPage
    .poll(() =>
      page.evaluate(() =>
        ['found', 'found-current'].map(name => [...(CSS.highlights.get(name) ?? [])].map(String)),
      ),
    )
    .toEqual(words)

test('words are found, counted and walked through from the keyboard', async () => {
  const { page, text } = await openSource()
  await page.keyboard.press('ControlOrMeta+f')
  const field = page.getByRole('searchbox', { name: 'Find in the source' })
  await expectPage(field).toBeFocused()
  await page.keyboard.type('IS')
  await expectPage(page.getByRole('search').getByRole('status')).toHaveText('1 of 2')
  await expectPainted(page, [['is', 'is'], ['is']])
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('search').getByRole('status')).toHaveText('2 of 2')
  await page.keyboard.press('F3')
  await expectPage(page.getByRole('search').getByRole('status')).toHaveText('1 of 2')
  await page.keyboard.press('Shift+F3')
  await expectPage(page.getByRole('search').getByRole('status')).toHaveText('2 of 2')
  await field.fill('nowhere')
  await expectPage(page.getByRole('search').getByRole('status')).toHaveText('Not found')
  await page.keyboard.press('Escape')
  await expectPage(page.getByRole('search')).toHaveCount(0)
  await expectPage(text).toBeFocused()
  await expectPainted(page, [[], []])
})

test('the text is set smaller, with its column, and stays so', async () => {
  const { page, text } = await openSource()
  const sizes = () =>
    text.evaluate(view => [getComputedStyle(view).fontSize, Math.round(view.clientWidth / 10)] as const)
  const before = await sizes()
  await page.getByRole('button', { name: 'Smaller text' }).click()
  const [size, width] = await sizes()
  expect(Number.parseFloat(size)).toBeLessThan(Number.parseFloat(before[0]))
  expect(width).toBeLessThan(before[1])
  await page.reload()
  await page.getByRole('button', { name: 'Sources' }).click()
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
  await expectPage.poll(sizes).toEqual([size, width])
})

test('evidence stands in the margin beside its line, and opens from there', async () => {
  const { page, text } = await openSource()
  const sign = page.getByRole('toolbar', { name: 'Evidence in the margin' }).getByRole('button')
  await expectPage(sign).toHaveAccessibleName('Quote: “It does exist as an option.”')
  const [signBox, markBox] = [await sign.boundingBox(), await text.locator('.mark').first().boundingBox()]
  expect(Math.abs((signBox?.y ?? 0) - (markBox?.y ?? 0))).toBeLessThan(12)
  await sign.focus()
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
})
