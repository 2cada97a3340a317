import { describe, expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

/** A brief whose source has its day. */
async function datedBrief(ask: Desk['ask']): Promise<void> {
  await linkedBrief(ask)
  const lists = await ask('library.list', {})
  const id = lists.ok ? (lists.value.sources[0]?.id ?? '') : ''
  expect(await ask('source.set', { id, fields: { publishedOn: '2025-05-02' } })).toMatchObject({ ok: true })
}

const open = (options: Parameters<typeof openDesk>[0] = { prepare: datedBrief }) => openDesk(options)

async function write({ page }: Desk, text: string): Promise<void> {
  await page.getByLabel('Brief text').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(text)
}

const altered =
  '\n\nHe said :quote[“It may exist as an option”]{#kato-it-does-exist-as}.\n\nExports fell 12%.'

describe('the checks', () => {
  test('say in the status line what stands, and a press shows it', async () => {
    const opened = await open()
    const { page } = opened
    const count = page.getByRole('button', { name: /^Checks: / })
    await expectPage(count).toHaveText('No findings')
    await write(opened, altered)
    await expectPage(count).toHaveText('1 error · 1 warning')
    await count.click()
    await expectPage(page.getByRole('region', { name: 'Checks' })).toContainText('12%')
  })

  test('underline the words, show what they should be, and restore them', async () => {
    const opened = await open()
    const { page, choose } = opened
    await write(opened, altered)
    await expectPage(page.locator('.finding-mark-error')).toContainText('may exist')
    await choose('toggle-checks')
    const panel = page.getByRole('region', { name: 'Checks' })
    await expectPage(panel.locator('del')).toHaveText(['does'])
    await expectPage(panel.locator('ins')).toHaveText(['may'])
    await panel.getByRole('button', { name: 'Restore the exact words' }).click()
    await expectPage(page.getByLabel('Brief text')).toContainText('It does exist as an option')
    await expectPage(page.locator('.finding-mark-error')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expectPage(page.locator('.finding-mark-error')).toContainText('may exist')
  })

  test('are walked through by F8 and Shift+F8, and Enter goes to the words', async () => {
    const opened = await open()
    const { page } = opened
    await write(opened, altered)
    const panel = page.getByRole('region', { name: 'Checks' })
    await expectPage(page.locator('.finding-mark')).toHaveCount(2)
    const chosen = panel.locator('[aria-current]')
    for (const [key, rule] of [
      ['F8', 'quote-altered'],
      ['F8', 'number-unsourced'],
      ['F8', 'quote-altered'],
      ['Shift+F8', 'number-unsourced'],
    ] as const) {
      await page.keyboard.press(key)
      await expectPage(chosen).toContainText(rule)
      await expectPage(page.getByLabel('Brief text')).toBeFocused()
    }
    await panel.getByRole('button', { name: /number-unsourced/ }).press('Enter')
    await page.keyboard.type('much')
    await expectPage(page.getByLabel('Brief text')).toContainText('Exports fell much.')
    await expectPage(panel.getByRole('button', { name: /number-unsourced/ })).toHaveCount(0)
  })

  test('teach where there is nothing to mend, and go by Escape to the text', async () => {
    const { page, choose } = await open()
    await choose('toggle-checks')
    const panel = page.getByRole('region', { name: 'Checks' })
    await expectPage(panel).toContainText('Nothing to mend.')
    await panel.getByRole('button', { name: 'Close' }).press('Escape')
    await expectPage(panel).toHaveCount(0)
    await expectPage(page.getByLabel('Brief text')).toBeFocused()
  })

  test('find what a corrected record makes of the text', async () => {
    const fields = { measures: 'Bonds', value: '1130000000000', unit: 'USD', scale: 'trillion' as const }
    const opened = await open({
      prepare: async ask => {
        await datedBrief(ask)
        expect(await ask('figure.create', { place: null, fields })).toMatchObject({ ok: true })
      },
    })
    const { page, ask, choose } = opened
    await write(opened, '\n\nIt holds :figure[$1.13 trillion]{#bonds}.')
    const count = page.getByRole('button', { name: /^Checks: / })
    await expectPage(count).toHaveText('No findings')
    await page.frameLocator('iframe').locator('.datum').click()
    await page.getByLabel('Value').fill('1.27')
    await page.getByLabel('Value').press('Control+Enter')
    await expectPage(count).toHaveText('1 error')
    await page.keyboard.press('Escape')
    await choose('toggle-checks')
    await page.getByRole('button', { name: 'Change to $1.27 trillion' }).click()
    await expectPage(count).toHaveText('No findings')
    expect(await ask('library.list', {})).toMatchObject({ ok: true })
  })

  test('that could not be run say why, and typing goes on', async () => {
    const opened = await open()
    const { page, answers, choose } = opened
    answers.set('brief.verify', async () => ({
      ok: false,
      problem: { code: 'failed', message: 'The disk reports an error.' },
    }))
    await write(opened, ' More.')
    await choose('toggle-checks')
    await expectPage(page.getByRole('region', { name: 'Checks' })).toContainText('The disk reports an error.')
    await expectPage(page.getByLabel('Brief text')).toContainText('More.')
  })
})
