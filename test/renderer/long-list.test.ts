// A list of thousands: only the rows in sight are drawn, and the keys reach all of them.
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Brief } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { summaryOfBrief } from '../../shared/summaries.ts'
import { aBrief } from '../main/library/a-brief.ts'
import { expectPage } from '../patient.ts'
import { type Desk, openDesk, serveWindow, type Window } from './desk.ts'

const count = 3000
const briefs: Brief[] = Array.from({ length: count }, (_, number) =>
  aBrief(`brief-${number}`, { title: `Brief ${number}` }),
)

let window: Window
let desk: Desk

beforeAll(async () => {
  window = await serveWindow()
  desk = await openDesk(window)
  const summaries = briefs.map(summaryOfBrief)
  desk.answers.set('library.page', async input => {
    const { collection, after, limit } = input as RequestInput<'library.page'>
    const all = collection === 'briefs' ? summaries : []
    const start = after === null ? 0 : all.findIndex(({ id }) => id === after.id) + 1
    return { ok: true, value: { records: all.slice(start, start + limit) } }
  })
  desk.answers.set('record.get', async input => {
    const record = briefs.find(({ id }) => id === (input as { id: string }).id)
    return { ok: true, value: { collection: 'briefs', record } }
  })
  await desk.page.reload()
  await desk.page.getByRole('list', { name: 'Briefs' }).waitFor()
})
afterAll(async () => {
  await desk.close()
  await window.close()
})

const rowOf = (page: Page, number: number) =>
  page.getByRole('button', { name: new RegExp(`^Brief ${number}\\D`) })

test('draws the rows in sight and says how many there are', async () => {
  const rows = desk.page.getByRole('list', { name: 'Briefs' }).getByRole('listitem')
  expect(await rows.count()).toBeLessThan(60)
  await expectPage(rows.first()).toHaveAttribute('aria-setsize', String(count))
  await expectPage(rows.first()).toHaveAttribute('aria-posinset', '1')
})

test('is walked from its first row to its last by the keys', async () => {
  const { page } = desk
  const row = (number: number) => rowOf(page, number)
  await page.getByRole('list', { name: 'Briefs' }).getByRole('button').first().focus()
  for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowDown')
  await expectPage(row(40)).toBeFocused()
  await expectPage(row(40)).toBeInViewport()
  await page.keyboard.press('End')
  await expectPage(row(count - 1)).toBeFocused()
  await expectPage(row(count - 1)).toBeInViewport()
  await page.keyboard.press('Home')
  await expectPage(row(0)).toBeFocused()
  await page.keyboard.press('PageDown')
  await expectPage(row(0)).not.toBeFocused()
})

test('keeps the keys when the row that had the focus is scrolled out of sight', async () => {
  const { page } = desk
  const list = page.getByRole('list', { name: 'Briefs' })
  await list.getByRole('button').first().focus()
  await page.keyboard.press('Home')
  await expectPage(rowOf(page, 0)).toBeFocused()
  await list.evaluate(element => element.scrollTo(0, 90_000))
  await expectPage(list).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expectPage(rowOf(page, 1)).toBeFocused()
})
