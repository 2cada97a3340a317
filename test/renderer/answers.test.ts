// Saying in the window why a finding may stand.
import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { Brief } from '../../shared/model/records.ts'
import type { NoticeName, Notices } from '../../shared/request-names.ts'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()
const body = 'Exports fell 12%, and imports 13%.\n\nExports to China fell 12%.'

/** A brief with three numbers that nothing is behind, two of them the same, and its findings. */
async function open(): Promise<
  Desk & { panel: Locator; row: (words: string) => Locator; saved: () => Promise<Brief> }
> {
  const desk = await openDesk({
    prepare: async ask => {
      const made = await ask('brief.create', { template: 'market-morning-note', title: 'Morning', body })
      expect(made).toMatchObject({ ok: true })
    },
  })
  await desk.choose('toggle-checks')
  const panel = desk.page.getByRole('region', { name: 'Checks' })
  await expectPage(panel.getByRole('listitem')).toHaveCount(3)
  const row = (words: string) => panel.getByRole('listitem').filter({ hasText: words }).first()
  return { ...desk, panel, row, saved: () => desk.library.get('briefs', 'morning') }
}

/** A notice from main. */
function tell<Name extends NoticeName>(page: Page, name: Name, payload: Notices[Name]): Promise<void> {
  return page.evaluate(
    ([name, payload]) =>
      (globalThis as unknown as { hear: (name: string, payload: unknown) => void }).hear(name, payload),
    [name, payload] as const,
  )
}

const field = (page: Page) => page.getByLabel('Why it may stand')

describe('the reason for a finding', () => {
  test('is typed in its row, saved by Enter and shown at once under every finding on those words', async () => {
    const { page, panel, row, saved } = await open()
    await row('12%').getByRole('button', { name: 'Answer…' }).click()
    await expectPage(field(page)).toBeFocused()
    await page.keyboard.type('The ministry said so by telephone.')
    await page.keyboard.press('Enter')
    await expectPage(panel.getByText('Answered: The ministry said so by telephone.')).toHaveCount(2)
    await expectPage(row('12%').getByRole('button', { name: 'Change…' })).toBeFocused()
    await expectPage(page.getByRole('button', { name: /^Checks: 1 warning/ })).toBeVisible()
    expect((await saved()).answers).toMatchObject([
      { words: '12%', reason: 'The ministry said so by telephone.' },
    ])
  })

  test('can be changed and withdrawn', async () => {
    const { page, panel, row, saved } = await open()
    await row('13%').getByRole('button', { name: 'Answer…' }).click()
    await field(page).fill('First.')
    await field(page).press('Enter')
    await row('13%').getByRole('button', { name: 'Change…' }).click()
    await expectPage(field(page)).toHaveValue('First.')
    await field(page).fill('Second.')
    await field(page).press('Enter')
    await expectPage(panel.getByText('Answered: Second.')).toBeVisible()
    await row('13%').getByRole('button', { name: 'Withdraw' }).click()
    await expectPage(row('13%').getByRole('button', { name: 'Answer…' })).toBeFocused()
    await expectPage(panel.getByText(/^Answered/)).toHaveCount(0)
    expect((await saved()).answers).toEqual([])
  })

  test('is begun by R on a row and by Ctrl+F8 from the text, and Escape leaves it', async () => {
    const { page, panel, row, saved } = await open()
    await row('13%').getByRole('button', { name: /13%/ }).focus()
    await page.keyboard.press('r')
    await expectPage(row('13%').getByLabel('Why it may stand')).toBeFocused()
    await page.keyboard.type('reason')
    await expectPage(field(page)).toHaveValue('reason')
    await page.keyboard.press('Escape')
    await expectPage(field(page)).toHaveCount(0)
    await expectPage(panel).toBeVisible()
    await page.getByLabel('Brief text').click()
    await page.keyboard.press('F8')
    await page.keyboard.press('Control+F8')
    await expectPage(row('12%').getByLabel('Why it may stand').first()).toBeFocused()
    expect((await saved()).answers).toEqual([])
  })

  test('is about the text as it was typed a moment ago', async () => {
    const { page, row, saved } = await open()
    await page.getByLabel('Brief text').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('A new first paragraph.\n\n')
    await row('13%').getByRole('button', { name: 'Answer…' }).click()
    await field(page).fill('So it is.')
    await field(page).press('Enter')
    await expectPage(row('13%')).toContainText('Answered: So it is.')
    const { body, answers } = await saved()
    expect(body).toMatch(/^A new first paragraph/)
    expect(answers).toMatchObject([{ words: '13%' }])
  })

  test('outlasts the next check, and is not lost where its finding goes', async () => {
    const { page, panel, row } = await open()
    await row('13%').getByRole('button', { name: 'Answer…' }).click()
    await page.keyboard.type('Half a rea')
    await page.getByLabel('Brief text').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('In 2024 sales rose 9%.\n\n')
    await expectPage(panel.getByRole('button', { name: /9%/ })).toBeVisible()
    await expectPage(row('13%').getByLabel('Why it may stand')).toHaveValue('Half a rea')
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('Nothing of it.')
    await expectPage(panel.getByRole('status')).toContainText('Half a rea')
    await panel.getByRole('button', { name: 'Discard' }).click()
    await expectPage(panel.getByRole('status')).toHaveCount(0)
  })

  test('that is not saved keeps the window, which asks', async () => {
    const { page, row } = await open()
    await row('13%').getByRole('button', { name: 'Answer…' }).click()
    await page.keyboard.type('Half a rea')
    await tell(page, 'window.closing', null)
    await expectPage(page.getByRole('dialog')).toContainText(
      'A reason that you typed for a finding is not saved.',
    )
    await page.getByRole('button', { name: 'Keep editing' }).click()
    await expectPage(field(page)).toHaveValue('Half a rea')
  })

  test('that another window gave is shown, and one that is refused keeps what was typed', async () => {
    const { page, panel, row, answers, ask, library } = await open()
    await ask('finding.answer', { id: 'morning', rule: 'number-unsourced', line: 3, reason: 'Elsewhere.' })
    const record = await library.get('briefs', 'morning')
    await tell(page, 'record.changed', { found: { collection: 'briefs', record }, isConflict: false })
    await expectPage(panel.getByText('Answered: Elsewhere.')).toHaveCount(2)
    const problem = { code: 'unwritable' as const, message: 'The disk is full.' }
    answers.set('finding.answer', async () => ({ ok: false, problem }))
    await row('13%').getByRole('button', { name: 'Answer…' }).click()
    await page.keyboard.type('Mine.')
    await page.keyboard.press('Enter')
    await expectPage(panel.getByRole('alert')).toHaveText('The disk is full.')
    await expectPage(field(page)).toHaveValue('Mine.')
  })
})
