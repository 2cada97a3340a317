import { describe, expect, test } from 'vitest'
import { expectPage, waitFor } from '../../patient.ts'
import { deskOfEachTest } from '../desk.ts'

const openDesk = deskOfEachTest()

/** A window with an open brief of that text. */
async function openBrief(body: string) {
  const desk = await openDesk({
    prepare: async ask => {
      await ask('person.create', { fields: { name: 'Jesper Kolltun' } })
      await ask('brief.create', { template: 'uk-submission', title: 'Holdings', body })
    },
  })
  const text = desk.page.getByRole('textbox', { name: 'Brief text' })
  return { ...desk, text, misspelt: text.locator('.misspelt') }
}

describe('spelling', () => {
  test('underlines misspelt prose, and neither names, nor evidence, nor code', async () => {
    const { misspelt } = await openBrief('The goverment and Kolltun said `tehn` :quote["wrods"]{#x}.')
    await expectPage(misspelt).toHaveText(['goverment'])
  })

  test('is corrected from the keyboard, and undone in one step', async () => {
    const { page, text, misspelt } = await openBrief('The goverment said so.')
    await expectPage(misspelt).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+.')
    const menu = page.getByRole('menu', { name: 'Spelling of “goverment”' })
    await expectPage(menu.getByRole('menuitem').first()).toBeFocused()
    await expectPage(menu.getByRole('menuitem').first()).toHaveText('government')
    await page.keyboard.press('Enter')
    await expectPage(text).toContainText('The government said so.')
    await expectPage(text).toBeFocused()
    await expectPage(misspelt).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+z')
    await expectPage(text).toContainText('The goverment said so.')
    await expectPage(misspelt).toHaveText(['goverment'])
  })

  test('a menu that is left by Escape changes nothing', async () => {
    const { page, text, misspelt } = await openBrief('The goverment said so.')
    await expectPage(misspelt).toHaveCount(1)
    await misspelt.click({ button: 'right' })
    await expectPage(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await expectPage(page.getByRole('menuitem', { name: 'Stop checking spelling' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expectPage(page.getByRole('menu')).toHaveCount(0)
    await expectPage(text).toBeFocused()
    await page.keyboard.type(' then')
    await expectPage(text).toContainText('The goverment then said so.')
  })

  test('learns a word for this library, with a way back', async () => {
    const { page, misspelt, library } = await openBrief('A stablecoinage is no coin.')
    await expectPage(misspelt).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+.')
    await page.getByRole('menuitem', { name: 'Add to dictionary' }).click()
    await expectPage(misspelt).toHaveCount(0)
    expect(await library.words.list()).toEqual(['stablecoinage'])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectPage(misspelt).toHaveCount(1)
  })

  test('is turned off and on, and that is kept', async () => {
    const { misspelt, choose, ask } = await openBrief('The goverment said so.')
    await expectPage(misspelt).toHaveCount(1)
    await choose('toggle-spelling')
    await expectPage(misspelt).toHaveCount(0)
    await waitFor(async () => {
      expect(await ask('preferences.get', {})).toMatchObject({ value: { isSpellingChecked: false } })
    })
    await choose('toggle-spelling')
    await expectPage(misspelt).toHaveCount(1)
  })

  test('follows the language of the text', async () => {
    const { misspelt } = await openBrief(
      'Die Regierung hat das nicht gewollt, und die Haushaltsausschusssitzung ist auf dem Weg zum Minsterium.',
    )
    await expectPage(misspelt).toHaveText(['Minsterium'])
  })
})
