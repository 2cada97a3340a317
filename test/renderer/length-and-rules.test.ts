import { describe, expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

/** A market morning note: one page, sixty words of top call, no decision asked for. */
async function aNote(ask: Desk['ask']): Promise<void> {
  const fields = { template: 'market-morning-note', title: 'Tokyo', date: '2025-05-03' }
  const made = await ask('brief.create', fields)
  const id = made.ok ? made.value.id : ''
  const body = '## Top call\n\nTokyo keeps its bonds.\n\n## Overnight\n\nExports fell 12%.'
  expect(await ask('brief.set', { id, fields: { body } })).toMatchObject({ ok: true })
}

/** A printer that ends when it is let. */
function heldPrinter() {
  const prints: ((pages: number) => void)[] = []
  const print = () =>
    new Promise<Uint8Array>(resolve => {
      prints.push(pages =>
        resolve(new TextEncoder().encode(`%PDF-${'\n1 0 obj\n<</Type /Page>>'.repeat(pages)}`)),
      )
    })
  return { prints, print }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(done => setTimeout(done, 20))
}

async function type({ page }: Desk, text: string): Promise<void> {
  await page.getByLabel('Brief text').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(text)
}

describe('the length of a brief', () => {
  test('stands in the status line, and pages too many are found while it is written', async () => {
    const { prints, print } = heldPrinter()
    const desk = await openDesk({ prepare: aNote, print })
    const line = desk.page.locator('.status-line')
    await expectPage(line).toContainText('Top call: 4 of 60 words')
    await expectPage(line).toContainText('– of 1 page')
    await until(() => prints.length === 1)
    prints[0]?.(2)
    await expectPage(line).toContainText('2 of 1 page')
    await desk.choose('toggle-checks')
    await expectPage(desk.page.getByRole('region', { name: 'Checks' })).toContainText('brief-too-long')
  })

  test('keeps no key and no save waiting, and prints one text at a time', async () => {
    const { prints, print } = heldPrinter()
    const desk = await openDesk({ prepare: aNote, print })
    await until(() => prints.length === 1)
    await type(desk, '\n\nFirst.')
    const id = desk.library.list('briefs')[0]?.id ?? ''
    const savedBody = async () => (await desk.library.get('briefs', id)).body
    await expect.poll(savedBody).toContain('First.')
    await expectPage(desk.page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
    await type(desk, '\n\nSecond.')
    // Long enough for both texts to have been asked about.
    await new Promise(done => setTimeout(done, 2500))
    expect(prints).toHaveLength(1)
    prints[0]?.(1)
    await until(() => prints.length === 2)
    prints[1]?.(3)
    await expectPage(desk.page.locator('.status-line')).toContainText('3 of 1 page')
    expect(prints).toHaveLength(2)
  })

  test('says why pages could not be counted, and tells the words all the same', async () => {
    const desk = await openDesk({ prepare: aNote, print: () => Promise.reject(new Error('no ink')) })
    const pages = desk.page.locator('.status-line').getByText('– of 1 page')
    await expectPage(pages).toHaveAttribute('title', /no ink/)
    await type(desk, '\n\nMore.')
    await expectPage(desk.page.locator('.status-line')).toContainText('Top call: 4 of 60 words')
  })
})

describe('the dialog of checks', () => {
  test('turns a check off for the library, which the open brief obeys at once, and back', async () => {
    const desk = await openDesk({ prepare: aNote })
    const { page } = desk
    await desk.choose('toggle-checks')
    const panel = page.getByRole('region', { name: 'Checks' })
    await expectPage(panel).toContainText('number-unsourced')
    await panel.getByRole('button', { name: '1 check is off' }).click()
    const choice = page.getByLabel('Whether number-unsourced is on')
    await choice.selectOption('Always off')
    await page.keyboard.press('Escape')
    await expectPage(panel.getByRole('button', { name: '2 checks are off' })).toBeVisible()
    await expectPage(panel).toContainText('Nothing to mend.')
    expect(desk.library.choices.settings()).toEqual({ checks: { 'number-unsourced': false } })
    await desk.choose('show-rules')
    await choice.selectOption('On, as usual')
    await page.keyboard.press('Escape')
    await expectPage(panel).toContainText('number-unsourced')
    expect(desk.library.choices.settings()).toEqual({ checks: {} })
    expect(desk.complaints).toEqual([])
  })

  test('says where a form decides, and what the library’s word does to that', async () => {
    const desk = await openDesk({ prepare: aNote })
    const { page } = desk
    await desk.choose('show-rules')
    const row = page.getByRole('listitem').filter({ hasText: 'recommendation-without-decision' })
    await expectPage(row).toContainText('Market morning note: off by its form.')
    await row.getByRole('combobox').selectOption('Always on')
    await expectPage(row).toContainText('off by its form, which your choice goes before.')
    await page.keyboard.press('Escape')
    await desk.choose('toggle-checks')
    await expectPage(page.getByRole('button', { name: 'Which checks are on…' })).toBeVisible()
  })

  test('of a library that is only read shows the checks and changes none', async () => {
    const desk = await openDesk({ prepare: aNote, access: 'read' })
    await desk.choose('show-rules')
    await expectPage(desk.page.getByRole('dialog')).toContainText('This library can only be read')
    await expectPage(desk.page.getByLabel('Whether link-remote is on')).toBeDisabled()
  })
})
