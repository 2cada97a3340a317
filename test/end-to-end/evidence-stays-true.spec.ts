// Evidence that stays true: what a changed figure, a passed day and an altered word do to briefs that are being written, and
// what they do not do to issued ones.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import { chooseMenu, type OpenApp, takeInSample, test } from './desk.ts'
import { readPdf } from './read-pdf.ts'
import { ask, brief } from './terminal.ts'

const sample = join(projectRoot, 'resources/sample/japan-treasuries.md')

const holdings = 'Japan holds :figure[$1.13 trillion]{#us-treasury-bonds} of bonds.'

test('an altered word is flagged with its diff, and the fix restores it', async ({ openApp }) => {
  const open = await openApp()
  await takeInSample(open)
  await writeBrief(
    open,
    'Options',
    'Mr Kato said :quote[“It does now exist as an option”]{#kato-it-does-exist-as}.',
  )
  const panel = await showChecks(open)
  const finding = panel.getByRole('listitem').filter({ hasText: 'quote-altered' })
  await expect(finding).toContainText('Error')
  await expect(finding.locator('del, ins')).toHaveText(/now/)
  await finding.getByRole('button', { name: /^Restore/ }).click()
  await expect(panel).not.toContainText('quote-altered')
  await expect(open.page.frameLocator('iframe').locator('body')).toContainText('“It does exist as an option”')
})

test('an expected event is overdue once its day has passed', async ({ openApp }) => {
  const open = await openApp()
  await takeInSample(open)
  await writeBrief(
    open,
    'Talks',
    'They are to be resolved :event[by June]{#discussions-are-expected-to-continue-2}.',
  )
  const panel = await showChecks(open)
  await expect(panel).not.toContainText('event-overdue')
  await setDate(open.page, '1 July 2025')
  await expect(panel.getByRole('listitem').filter({ hasText: 'event-overdue' })).toContainText('1 July 2025')
})

test('a changed figure is seen in two drafts in the window', async ({ openApp }) => {
  const open = await openApp()
  const { page } = open
  await takeInSample(open)
  await writeBrief(open, 'First draft', holdings)
  await writeBrief(open, 'Second draft', holdings)
  await room(page, 'Evidence').click()
  await page
    .getByRole('grid', { name: 'Evidence' })
    .getByRole('row', { name: /^Figure/ })
    .click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByLabel('Value').fill('1.2')
  await inspector.getByRole('button', { name: 'Save' }).click()
  await room(page, 'Briefs').click()
  for (const title of ['First draft', 'Second draft']) {
    await page.getByRole('list', { name: 'Briefs' }).getByRole('button').filter({ hasText: title }).click()
    const panel = await showChecks(open)
    const drifted = panel.getByRole('listitem').filter({ hasText: 'figure-drifted' })
    await expect(drifted).toContainText('$1.13 trillion')
    await expect(drifted).toContainText('$1.2 trillion')
  }
})

test('a changed figure is seen in drafts and in no issued brief, whose annex says why a finding may stand', async ({
  folder,
}) => {
  const reason = 'A dealer said so on the telephone on 4 May.'
  const frozen = (id: string, file: string) => join(folder, 'library/issued', id, 'v1', file)
  await ask(folder, 'import', sample, '--date', '2025-05-03')
  const [source] = (await ask(folder, 'list', 'sources')).sources
  const place = ['--source', source.id, '--exact', '$1.13 trillion']
  const figure = ['--measures', 'US Treasury bonds', '--value', '1130000000000', '--unit', 'USD']
  const { id } = await ask(folder, 'figure', 'add', ...place, ...figure)
  writeFileSync(
    join(folder, 'body.md'),
    `Japan holds :figure[$1.13 trillion]{#${id}}.\n\nDealers fear a fall of 12%.\n`,
  )
  const made = ['--template', 'uk-submission', '--body', 'body.md', '--date', '2025-05-04']
  for (const title of ['Draft one', 'Draft two', 'Issued one', 'Issued two']) {
    await ask(folder, 'new', ...made, '--title', title)
  }
  const drafts = ['draft-one', 'draft-two']
  const issued = ['issued-one', 'issued-two']
  for (const each of issued) {
    await ask(folder, 'answer', each, '--rule', 'number-unsourced', '--line', '3', '--reason', reason)
    expect(await ask(folder, 'issue', each, '--to', 'issued')).toMatchObject({ version: 1 })
  }
  const before = issued.map(each => readFileSync(frozen(each, 'brief.pdf')))

  await ask(folder, 'figure', 'set', id, '--value', '1200000000000')

  for (const each of drafts) {
    const { code, out } = await brief(folder, ['verify', each, '--library', 'library'])
    expect(code).toBe(1)
    expect(out).toContain('figure-drifted')
    expect(out).toContain('$1.2 trillion')
  }
  for (const [at, each] of issued.entries()) {
    const { out } = await brief(folder, ['changed', each, '--library', 'library'])
    expect(out).toContain('Value: $1.13 trillion → $1.2 trillion')
    const { figures } = JSON.parse(readFileSync(frozen(each, 'evidence.json'), 'utf8'))
    expect(figures).toMatchObject([{ id, value: '1130000000000' }])
    expect(readFileSync(frozen(each, 'brief.pdf')).equals(before[at] as Buffer)).toBe(true)
    const pdf = await readPdf(join(folder, 'issued', `${each}-v1`, 'brief.pdf'))
    expect(pdf.pages[0]).toContain('Japan holds $1.13 trillion')
    expect(pdf.pages.at(-1)).toContain('Answered checks')
    expect(pdf.pages.at(-1)).toContain(reason)
  }
})

const room = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name })

/** Begins a brief of 4 May 2025 with this text alone, saved. */
async function writeBrief({ app, page }: OpenApp, title: string, text: string): Promise<void> {
  await chooseMenu(app, 'new-brief')
  const dialog = page.getByRole('dialog', { name: 'New brief' })
  await dialog.getByLabel('Title', { exact: true }).fill(title)
  await dialog.getByText('UK submission', { exact: true }).click()
  await dialog.getByLabel('From source').selectOption('No source')
  await dialog.getByLabel('Date').fill('4 May 2025')
  await dialog.getByRole('button', { name: 'Create brief' }).click()
  await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue(title)
  await page.getByRole('textbox', { name: 'Brief text' }).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
  await expect(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
}

/** The checks of the open brief, shown. */
async function showChecks({ app, page }: OpenApp): Promise<Locator> {
  const panel = page.getByRole('region', { name: 'Checks' })
  if ((await panel.count()) === 0) await chooseMenu(app, 'toggle-checks')
  await panel.waitFor()
  return panel
}

/** Gives the open brief another date. */
async function setDate(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByLabel('Date', { exact: true }).fill(day)
  await page.getByLabel('Date', { exact: true }).press('Tab')
  await expect(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
}
