// The timeline, from the first event to a brief. The screens are to be looked at.
import { expect } from '@playwright/test'
import { chooseMenu, takeInSample, test } from './desk.ts'
import { keepScreen, room } from './keep-screen.ts'

test('events of a source stand in time, are opened there and in their source, and go into a brief', async ({
  openApp,
}) => {
  test.setTimeout(300_000)
  const open = await openApp()
  const { app, page } = open
  const picture = page.getByRole('group', { name: 'Events in time' })
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await chooseMenu(app, 'show-timeline')
  await expect(page.getByRole('heading', { name: 'Nothing on the timeline yet' })).toBeVisible()
  await keepScreen(open, 'empty-timeline')

  await test.step('what was marked in a source is there', async () => {
    await takeInSample(open)
    await room(page, 'Timeline').click()
    await expect(picture.getByRole('button').first()).toBeVisible()
    await page.keyboard.press('n')
    await inspector.getByLabel('Title').fill('The committee meets')
    await inspector.getByLabel('When').fill('about May 2025')
    await inspector.getByRole('button', { name: 'Save' }).click()
    await expect(picture.getByRole('button', { name: /The committee meets/ })).toBeVisible()
    await keepScreen(open, 'timeline')
    expect(await picture.ariaSnapshot()).toMatch(/button "about May 2025, overdue: The committee meets"/)
  })

  await test.step('the keys open one, and its source at its words', async () => {
    await picture.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(inspector).toBeVisible()
    await keepScreen(open, 'timeline-event')
    await page.keyboard.press('Escape')
    await expect(inspector).toHaveCount(0)
    const sourced = picture.getByRole('button', { name: /by June 2025/ })
    await sourced.focus()
    await page.keyboard.press('s')
    await expect(room(page, 'Sources')).toHaveAttribute('aria-current', 'page')
    await expect(inspector).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the list says the same', async () => {
    await room(page, 'Timeline').click()
    await page.keyboard.press('l')
    const rows = page.getByRole('list', { name: 'Events' }).getByRole('button')
    await expect(rows.filter({ hasText: 'The committee meets' })).toBeVisible()
    await keepScreen(open, 'timeline-list')
  })
})
