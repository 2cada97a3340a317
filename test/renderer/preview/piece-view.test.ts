import { expect, test } from 'vitest'
import { expectPage } from '../../patient.ts'
import { type Desk, deskOfEachTest } from '../desk.ts'

const openDesk = deskOfEachTest()

const paragraph = (number: number) => `Paragraph ${number} says what the one before did not.`
const long = Array.from({ length: 300 }, (_, index) => paragraph(index + 1)).join('\n\n')

async function aLongBrief(ask: Desk['ask']): Promise<void> {
  const made = await ask('brief.create', {
    template: 'market-morning-note',
    title: 'Tokyo',
    date: '2025-05-03',
  })
  if (!made.ok) throw new Error(made.problem.message)
  const { id } = made.value as { id: string }
  expect(await ask('brief.set', { id, fields: { body: long } })).toMatchObject({ ok: true })
}

test('a long brief is shown whole and in order, and a key draws its own paragraph anew and no other', async () => {
  const { page } = await openDesk({ prepare: aLongBrief })
  const shown = page.frameLocator('iframe').locator('main > p')
  await expectPage(shown).toHaveCount(300)
  expect(await shown.allTextContents()).toEqual(long.split('\n\n'))
  const mark = (element: Element) => element.setAttribute('data-marked', '')
  for (const index of [0, 1, 2, 299]) await shown.nth(index).evaluate(mark)

  await page.getByRole('textbox', { name: 'Brief text' }).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('New: ')
  await expectPage(shown.nth(1)).toHaveText(`New: ${paragraph(2)}`)
  const marked = page.frameLocator('iframe').locator('main > p[data-marked]')
  await expectPage(marked).toHaveText([paragraph(1), paragraph(3), paragraph(300)])

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('One paragraph is left.')
  await expectPage(shown).toHaveText(['One paragraph is left.'])
})
