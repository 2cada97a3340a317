import { expect } from '@playwright/test'
import { selectWords, takeInSample, test } from './desk.ts'
import { keepScreen, room } from './keep-screen.ts'

test('two names end as one person, whose statements stand in the order of time', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { page } = open
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await room(page, 'People').click()
  await keepScreen(open, 'empty-people')
  await takeInSample(open)

  await test.step('a speaker becomes a person with their quotes', async () => {
    await room(page, 'People').click()
    await page.getByRole('button', { name: 'Make a person' }).first().click()
    const name = page.getByRole('main').getByRole('heading', { level: 1 })
    await expect(name).toBeVisible()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Katsunobu Kato' })
      .getByRole('button', { name: 'Make a person' })
      .or(
        page
          .getByRole('list', { name: 'People and organisations' })
          .getByRole('button', { name: /Katsunobu Kato/ }),
      )
      .first()
      .click()
    await expect(name).toHaveText('Katsunobu Kato')
    await expect(page.getByRole('region', { name: 'What they said' })).toContainText(
      'It does exist as an option.',
    )
  })

  await test.step('the form of a quote looks the speaker up, and keeps another name', async () => {
    await room(page, 'Sources').click()
    await selectWords(page, 'the country could reconsider its massive US debt holdings')
    await page.keyboard.press('q')
    const speaker = inspector.getByRole('combobox', { name: 'Speaker' })
    await speaker.fill('Kato')
    await expect(inspector.getByRole('option', { name: /Katsunobu Kato/ })).toBeVisible()
    await keepScreen(open, 'speaker')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(speaker).toHaveValue('Katsunobu Kato')
    await expect(inspector).toContainText('“Kato” will be kept as another name')
    await inspector.getByLabel('Said on').fill('2 May 2025')
    await inspector.getByRole('button', { name: 'Save' }).click()
    await expect(room(page, 'Evidence')).toContainText('7')
    await room(page, 'People').click()
    await expect(page.getByText('Also: Kato')).toBeVisible()
    await expect(page.getByRole('region', { name: 'What they said' }).getByRole('listitem')).toHaveCount(2)
    await keepScreen(open, 'person')
  })

  await test.step('two people are merged, and that is undone', async () => {
    await page.getByRole('button', { name: 'New person' }).click()
    const dialog = page.getByRole('dialog', { name: 'New person' })
    await dialog.getByLabel('Name', { exact: true }).fill('The finance minister')
    await dialog.getByLabel('Other names').fill('Kato-san')
    await keepScreen(open, 'new-person')
    await dialog.getByRole('button', { name: 'Save' }).click()
    const list = page.getByRole('list', { name: 'People and organisations' })
    await list.getByRole('button', { name: /^Katsunobu Kato/ }).click()
    await page.getByRole('button', { name: 'Merge…' }).click()
    const merging = page.getByRole('dialog', { name: 'Merge Katsunobu Kato with somebody' })
    await merging.getByLabel('The other record').selectOption('The finance minister')
    await keepScreen(open, 'merge')
    await merging.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect(page.getByText(/^Also: .*Kato-san/)).toBeVisible()
    await keepScreen(open, 'merged')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(list.getByRole('button', { name: /^The finance minister/ })).toBeVisible()
    await expect(page.getByText('Also: Kato', { exact: true })).toBeVisible()
  })
})
