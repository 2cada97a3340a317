// The lines between panes, and what the window keeps of how it was left.
import { expect, test } from 'vitest'
import type { Answer } from '../../main/requests/requests.ts'
import { expectPage, waitFor } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

test('a line between panes is moved by keys and by the mouse, within its bounds', async () => {
  const { page } = await openDesk({ prepare: linkedBrief })
  const list = page.getByRole('region', { name: 'Briefs' })
  const width = async () => Math.round((await list.boundingBox())?.width ?? 0)
  const line = page.getByRole('separator', { name: 'Width of the list' })
  await expectPage(line).toHaveAttribute('aria-valuenow', '272')
  // The text takes the keyboard once its editor is there.
  await expectPage(page.getByRole('textbox', { name: 'Brief text' })).toBeFocused()
  await line.focus()
  await page.keyboard.press('ArrowRight')
  await expectPage(line).toHaveAttribute('aria-valuenow', '288')
  await expectPage.poll(width).toBe(288)
  await page.keyboard.press('Home')
  await expectPage(line).toHaveAttribute('aria-valuenow', '200')
  await page.keyboard.press('ArrowLeft')
  await expectPage(line).toHaveAttribute('aria-valuenow', '200')
  await page.keyboard.press('Enter')
  await expectPage.poll(width).toBe(272)

  const side = page.getByRole('separator', { name: 'Width of what stands beside the text' })
  const preview = page.getByRole('region', { name: 'Preview' })
  const before = (await preview.boundingBox())?.width ?? 0
  const box = await side.boundingBox()
  if (!box) throw new Error('There is no line.')
  await page.mouse.move(box.x + box.width / 2, 300)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 100, 300, { steps: 4 })
  await page.mouse.up()
  await page.mouse.move(box.x + 300, 300)
  await waitFor(async () => {
    const after = (await preview.boundingBox())?.width ?? 0
    expect(before - after).toBeGreaterThan(90)
    expect(before - after).toBeLessThan(110)
  })
})

async function keptDesk(ask: Answer): Promise<string | null> {
  const recalled = await ask('window.recall', {})
  return (recalled.ok && recalled.value.desk) || null
}

test('a window that is loaded anew has its room, its brief and its source again', async () => {
  const { page, choose, ask } = await openDesk({
    prepare: async ask => {
      await linkedBrief(ask)
      await ask('brief.create', { template: 'market-morning-note', title: 'Evening', body: 'Quiet.' })
    },
  })
  await page
    .getByRole('list', { name: 'Briefs' })
    .getByRole('button', { name: /^Morning/ })
    .click()
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
  await choose('show-sources')
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').click()
  await expectPage(page.getByRole('article', { name: 'Source text' })).toBeVisible()
  await waitFor(async () => expect(await keptDesk(ask)).toContain('"source":"the-minister'))
  await page.reload()
  await expectPage(page.getByRole('article', { name: 'Source text' })).toBeVisible()
  await choose('show-briefs')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
})

test('of a library under a passphrase no id is kept outside it', async () => {
  const { page, answers, ask } = await openDesk({ prepare: linkedBrief })
  await waitFor(async () => expect(await keptDesk(ask)).toContain('"brief":"morning"'))
  answers.set('library.describe', async () => {
    const described = await ask('library.describe', {})
    return described.ok ? { ok: true, value: { ...(described.value as object), isSealed: true } } : described
  })
  await page.reload()
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await waitFor(async () => expect(await keptDesk(ask)).toBeNull())
})
