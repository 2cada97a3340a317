// The evidence board: a grid that is sorted, grouped, narrowed down, selected in and acted on, by mouse and by keys.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Answer } from '../../main/requests/requests.ts'
import { expectPage, waitFor } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

/** A source with two quotes, a figure and an event, and a brief that links the first quote. */
async function prepare(ask: Answer): Promise<void> {
  const text =
    'Kato said: “It does exist.” Smith said: “A warning shot.” Holdings are $1.13 trillion. Talks end by June 2025.'
  const pasted = await ask('source.paste', { text })
  if (!pasted.ok) throw new Error(pasted.problem.message)
  const at = (exact: string) => ({ source: pasted.value.source.id, exact })
  await ask('quote.create', {
    place: at('It does exist.'),
    fields: { speaker: 'Kato', saidOn: '2025-05-03', tags: ['trade'] },
  })
  await ask('quote.create', {
    place: at('A warning shot.'),
    fields: { speaker: 'Smith', saidOn: '2025-05-02' },
  })
  await ask('figure.create', {
    place: at('$1.13 trillion'),
    fields: { measures: 'Holdings', value: '1130000000000', unit: 'USD', asOf: '2025-04', tags: ['trade'] },
  })
  await ask('event.create', {
    place: at('by June 2025'),
    fields: { title: 'Talks end', when: '../2025-06', status: 'expected' },
  })
  const body = 'He said :quote[]{#kato-it-does-exist} today.\n'
  await ask('brief.create', { template: 'market-morning-note', title: 'Morning', body })
}

async function openBoard(options: Parameters<typeof openDesk>[0] = { prepare }) {
  const desk = await openDesk(options)
  await desk.choose('show-evidence')
  const { page } = desk
  const grid = page.getByRole('grid', { name: 'Evidence' })
  await expectPage(grid.getByRole('row')).toHaveCount(5)
  return { ...desk, grid }
}

/** What stands first in each row, from the top. */
const shown = (page: Page) => page.locator('.board-row .board-title').allTextContents()
const shows = (page: Page, words: string[]) => waitFor(async () => expect(await shown(page)).toEqual(words))
/** The row of a piece, by what stands first in it. */
const rowOf = (page: Page, words: string) =>
  page.locator('.board-row').filter({ has: page.locator('.board-title', { hasText: words }) })
const active = (page: Page) => page.locator('.board-row[data-active="true"] .board-title')
const [kato, smith, holdings, talks] = [
  '“It does exist.”',
  '“A warning shot.”',
  '$1.13 trillion',
  'Talks end',
]

test('a heading sorts, by mouse and by keys, and says which way', async () => {
  const { page, grid } = await openBoard()
  const date = grid.getByRole('columnheader', { name: 'Date' })
  await date.getByRole('button').click()
  await expectPage(date).toHaveAttribute('aria-sort', 'ascending')
  await shows(page, [holdings, smith, kato, talks])
  await page.keyboard.press('Enter')
  await expectPage(date).toHaveAttribute('aria-sort', 'descending')
  await shows(page, [talks, kato, smith, holdings])
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expectPage(grid.getByRole('columnheader', { name: 'Speaker or measure' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await shows(page, [holdings, kato, smith, talks])
  await page.keyboard.press('ArrowDown')
  await expectPage(grid).toBeFocused()
})

test('is narrowed down, and remembered while one is elsewhere', async () => {
  const { page, choose, grid } = await openBoard()
  await page.getByLabel('Tag', { exact: true }).selectOption('trade')
  await expectPage(page.locator('.board-row')).toHaveCount(2)
  await page.getByLabel('Use', { exact: true }).selectOption('used')
  await shows(page, [kato])
  await expectPage(grid.getByRole('row').nth(1)).toContainText('1 brief')
  await choose('show-briefs')
  await choose('show-evidence')
  await shows(page, [kato])
  await page.getByRole('button', { name: 'Figures' }).click()
  await expectPage(page.getByText('Nothing fits what you ask for.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filter' }).click()
  await shows(page, [holdings])
  await expectPage(grid.getByRole('columnheader', { name: 'Measures' })).toBeVisible()
})

test('groups are opened and closed by the keys', async () => {
  const { page } = await openBoard()
  await page.getByLabel('Group by').selectOption('By tag')
  const tree = page.getByRole('treegrid', { name: 'Evidence' })
  const trade = tree.getByRole('row', { name: 'trade 2' })
  await expectPage(trade).toHaveAttribute('aria-expanded', 'true')
  await tree.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expectPage(trade).toHaveAttribute('aria-expanded', 'false')
  await expectPage(page.locator('.board-row')).toHaveCount(2)
  await page.keyboard.press('ArrowRight')
  await expectPage(page.locator('.board-row')).toHaveCount(4)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expectPage(trade).toHaveAttribute('data-active', 'true')
})

test('is walked and selected in by the keys, and Enter opens', async () => {
  const { page, grid } = await openBoard()
  const selected = grid.getByRole('row', { selected: true })
  const bar = page.getByRole('region', { name: 'What is selected' })
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await expectPage(selected).toHaveCount(2)
  await expectPage(bar).toContainText('2 pieces selected')
  await page.keyboard.press('ControlOrMeta+a')
  await expectPage(selected).toHaveCount(4)
  await page.keyboard.press('Escape')
  await expectPage(bar).toHaveCount(0)
  await page.keyboard.press('End')
  const last = (await shown(page)).at(-1) ?? ''
  await expectPage(active(page)).toHaveText(last)
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectPage(grid).toBeFocused()
})

test('Delete moves the selected ones to the trash as one, and one Undo brings them back', async () => {
  const { page, grid, library } = await openBoard()
  await page.getByRole('button', { name: 'Quotes' }).click()
  await grid.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete 2 pieces even so?' })
  await expectPage(dialog.getByRole('listitem')).toHaveText(['It does exist.'])
  await dialog.getByRole('button', { name: 'Delete even so' }).click()
  await expectPage(page.getByText('2 pieces moved to the trash.')).toBeVisible()
  expect(library.list('quotes')).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectPage(page.locator('.board-row')).toHaveCount(2)
  expect(library.list('quotes')).toHaveLength(2)
})

test('several are changed by one dialog, and taken back by one Undo', async () => {
  const { page, grid, library } = await openBoard()
  await page.getByRole('button', { name: 'Quotes' }).click()
  await grid.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change 2 pieces' })
  await dialog.getByLabel('Add tags').fill('yen, reserves')
  await dialog.getByLabel('trade (1)').check()
  await dialog.getByLabel('Speaker').fill('Katsunobu Kato')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expectPage(page.getByText('2 pieces changed.')).toBeVisible()
  const said = () => library.list('quotes').map(({ speaker, tags }) => [speaker, ...tags])
  const changed = ['Katsunobu Kato', 'yen', 'reserves']
  expect(said()).toEqual([changed, changed])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectPage(page.getByText('2 pieces as before.')).toBeVisible()
  expect(said().sort()).toEqual([['Kato', 'trade'], ['Smith']])
})

test('the selected ones are linked in the open brief', async () => {
  const { page, grid, library } = await openBoard()
  await rowOf(page, holdings).locator('.board-check').click()
  await rowOf(page, talks).click({ modifiers: ['ControlOrMeta'] })
  await expectPage(grid.getByRole('row', { selected: true })).toHaveCount(2)
  await page.getByRole('button', { name: 'Insert into brief' }).click()
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await expectPage(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
  await waitFor(async () => {
    const { body } = await library.get('briefs', 'morning')
    expect(body).toMatch(/today\.\n\n:(figure|event)\[\]\{#[a-z-]+\}\n\n:(figure|event)\[\]\{#[a-z-]+\}$/)
  })
})

test('a drag carries references as Markdown, and of the selection all of them', async () => {
  const { page, grid } = await openBoard()
  const dragged = (words: string) =>
    rowOf(page, words).evaluate(row => {
      const dataTransfer = new DataTransfer()
      row.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }))
      return dataTransfer.getData('text/plain')
    })
  expect(await dragged(smith)).toBe(':quote[“A warning shot.”]{#smith-a-warning-shot}')
  await page.getByRole('button', { name: 'Quotes' }).click()
  await grid.focus()
  await page.keyboard.press('ControlOrMeta+a')
  expect((await dragged(smith)).split('\n\n').sort()).toEqual([
    ':quote[“A warning shot.”]{#smith-a-warning-shot}',
    ':quote[“It does exist.”]{#kato-it-does-exist}',
  ])
})

test('in a library that can only be read, nothing is deleted or changed', async () => {
  const { page, grid } = await openBoard({ prepare, access: 'read' })
  await grid.focus()
  await page.keyboard.press('Space')
  for (const name of ['Change…', 'Insert into brief', 'Delete'])
    await expectPage(page.getByRole('button', { name, exact: true })).toBeDisabled()
  await page.keyboard.press('Delete')
  await expectPage(page.locator('.board-row')).toHaveCount(4)
})

test('a row dragged over the way to the briefs opens them, and is linked where it is dropped', async () => {
  const { page, library } = await openBoard()
  const data = await page.evaluateHandle(() => new DataTransfer())
  await rowOf(page, holdings).dispatchEvent('dragstart', { dataTransfer: data })
  await page.locator('[data-room="briefs"]').dispatchEvent('dragover', { dataTransfer: data })
  const line = page.locator('.cm-line').first()
  await expectPage(line).toBeVisible()
  const box = await line.boundingBox()
  const at = { clientX: (box?.x ?? 0) + 1, clientY: (box?.y ?? 0) + 8 }
  await line.dispatchEvent('drop', { dataTransfer: data, ...at })
  await expectPage(line).toContainText('$1.13 trillion')
  await waitFor(async () => {
    const { body } = await library.get('briefs', 'morning')
    expect(body).toMatch(/^:figure\[\]\{#[a-z0-9-]+\} He said/)
  })
})

test('Undo leaves what was changed again since, and words that are not saved are asked about before a piece goes', async () => {
  const { page, grid, library } = await openBoard()
  await page.getByRole('button', { name: 'Quotes' }).click()
  await grid.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.getByRole('button', { name: 'Change…' }).click()
  await page.getByRole('dialog').getByLabel('Add tags').fill('yen')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expectPage(page.getByText('2 pieces changed.')).toBeVisible()
  const tags = () => library.list('quotes').map(quote => [quote.speaker, ...quote.tags])
  await rowOf(page, kato).click()
  const form = page.getByRole('complementary', { name: 'Inspector' })
  await expectPage(form.getByLabel('Tags')).toHaveValue('trade, yen')
  await form.getByLabel('Tags').fill('trade, yen, mine')
  await form.getByLabel('Tags').press('Control+Enter')
  await waitFor(() => expect(tags().flat()).toContain('mine'))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectPage(page.getByText('1 piece as before.')).toBeVisible()
  expect(tags().sort()).toEqual([['Kato', 'trade', 'yen', 'mine'], ['Smith']])

  await rowOf(page, kato).click()
  await form.getByLabel('Speaker').fill('Somebody')
  await grid.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await expectPage(page.getByRole('button', { name: 'Keep editing' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await expectPage(form.getByLabel('Speaker')).toHaveValue('Somebody')
  expect(library.list('quotes')).toHaveLength(2)
})
