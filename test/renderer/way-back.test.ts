// Deleting, earlier versions and unsaved text, as they are met in the window.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openDrafts } from '../../main/library/drafts.ts'
import { plainSeal } from '../../main/library/seal.ts'
import { expectPage } from '../patient.ts'
import { wholeBriefs } from '../whole-briefs.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+End')
  // As one: an earlier version may be kept between two keys of a slow machine.
  await page.keyboard.insertText(text)
  await expectPage(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
}

test('what was deleted by mistake is back after Undo', async () => {
  const { page, library } = await openDesk({ prepare: linkedBrief })
  await page.getByRole('button', { name: 'Delete brief' }).click()
  await expectPage(page.getByRole('list', { name: 'Briefs' })).toHaveCount(0)
  expect(library.list('briefs')).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectPage(page.getByRole('list', { name: 'Briefs' })).toContainText('Morning')
  expect(library.list('briefs')).toHaveLength(1)
})

test('the trash shows what was deleted, puts it back, and is emptied only when asked twice', async () => {
  const { page, choose, library, ask } = await openDesk({ prepare: linkedBrief })
  for (const id of ['morning', 'kato-it-does-exist-as']) await ask('record.delete', { id })
  await choose('show-trash')
  const list = page.getByRole('list', { name: 'Deleted' })
  await expectPage(list.getByRole('listitem')).toHaveCount(2)
  await list.getByRole('listitem').filter({ hasText: 'Morning' }).getByRole('button').click()
  await expectPage(list.getByRole('listitem')).toHaveCount(1)
  expect(library.list('briefs')).toHaveLength(1)
  await page.getByRole('button', { name: 'Empty trash' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expectPage(list.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Empty trash' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Empty trash' }).click()
  await expectPage(page.getByText('The trash is empty')).toBeVisible()
  expect(await library.trashed()).toEqual([])
})

test('an earlier version shows its changes word by word and is brought back into the open editor', async () => {
  const { page, choose, library } = await openDesk({ prepare: linkedBrief })
  const text = page.getByLabel('Brief text')
  await typeAtEnd(page, ' A second thought.')
  await choose('show-history')
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' })
  await expectPage(dialog.locator('ins')).toHaveText(' A second thought.')
  await dialog.getByRole('button', { name: 'Bring this version back' }).click()
  await expectPage(dialog).toHaveCount(0)
  await expectPage(text).not.toContainText('A second thought.')
  expect((await wholeBriefs(library))[0]?.body).not.toContain('A second thought.')
  await text.focus()
  await page.keyboard.press('Control+z')
  await expectPage(text).toContainText('A second thought.')
})

test('text that an earlier session left unsaved is offered, shown with what it adds, and used', async () => {
  const { page, library } = await openDesk({ prepare: linkedBrief })
  const brief = (await wholeBriefs(library))[0]
  const fields = { body: `${brief?.body} Typed at the last moment.` }
  await openDrafts(library.folder, plainSeal).keep({ id: 'morning', at: '2025-05-03T10:00:00.000Z', fields })
  await page.reload()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Text that was not saved' })
  await expectPage(dialog.locator('ins')).toHaveText(' Typed at the last moment.')
  await dialog.getByRole('button', { name: 'Use what was typed' }).click()
  await expectPage(page.getByLabel('Brief text')).toContainText('Typed at the last moment.')
  await expectPage(page.getByText('ended before something you typed was saved')).toHaveCount(0)
  expect((await library.get('briefs', 'morning')).body).toBe(fields.body)
  expect(await library.versions('morning')).toHaveLength(1)
})

test('typed text that is not wanted is among the earlier versions, from where it comes back', async () => {
  const { page, choose, library } = await openDesk({ prepare: linkedBrief })
  const brief = (await wholeBriefs(library))[0]
  const fields = { body: `${brief?.body} Typed at the last moment.` }
  await openDrafts(library.folder, plainSeal).keep({ id: 'morning', at: '2025-05-03T10:00:00.000Z', fields })
  await page.reload()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Text that was not saved' })
  await expectPage(dialog).toContainText('the other is among the brief’s earlier versions')
  await dialog.getByRole('button', { name: 'Keep what was saved' }).click()
  await expectPage(dialog).toHaveCount(0)
  expect((await library.get('briefs', 'morning')).body).toBe(brief?.body)
  await choose('show-history')
  const history = page.getByRole('dialog', { name: 'Earlier versions' })
  await expectPage(history.locator('del')).toHaveText(' Typed at the last moment.')
  await history.getByRole('button', { name: 'Bring this version back' }).click()
  await expectPage(page.getByLabel('Brief text')).toContainText('Typed at the last moment.')
})

test('text that was typed in a brief that is gone is shown in Recovery and made a brief of', async () => {
  const { page, library, ask } = await openDesk({ prepare: linkedBrief })
  const fields = { body: 'Typed at the last moment.' }
  await openDrafts(library.folder, plainSeal).keep({ id: 'morning', at: '2025-05-03T10:00:00.000Z', fields })
  await ask('record.delete', { id: 'morning' })
  await page.reload()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Recovery' })
  const strays = dialog.getByRole('region', { name: 'Typed in briefs that are gone' })
  await expectPage(strays).toContainText(
    /Morning.*in the trash, without these words.*Typed at the last moment\./,
  )
  await strays.getByRole('button', { name: 'Make a brief of it' }).click()
  await expectPage(page.getByLabel('Brief text')).toHaveText('Typed at the last moment.')
  await expectPage(page.getByText('ended before something you typed was saved')).toHaveCount(0)
  expect(library.list('briefs')).toMatchObject([{ title: 'Morning' }])
})

test('what another program writes into the open brief stands in the editor, with what is typed here', async () => {
  const body = 'Kato said it.\n\nThe rest.'
  const { page, library } = await openDesk({
    prepare: async ask => {
      await ask('brief.create', { template: 'market-morning-note', title: 'Morning', body })
    },
  })
  const file = join(library.folder, 'briefs/morning.json')
  const others = (text: string) => {
    const stored = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...stored, body: text }))
  }
  const text = page.getByLabel('Brief text')
  others('Kato said it first.\n\nThe rest.')
  await expectPage(text).toContainText('Kato said it first.')
  await expectPage(page.getByText('was changed by another program')).toBeVisible()
  others('Kato said it first, theirs.\n\nThe rest.')
  await typeAtEnd(page, ' Ours.')
  await expectPage(text).toContainText('first, theirs.')
  await expectPage(text).toContainText('The rest. Ours.')
  const merged = 'Kato said it first, theirs.\n\nThe rest. Ours.'
  await expectPage.poll(async () => (await library.get('briefs', 'morning')).body).toBe(merged)
})

test('a text that came from outside once does not come again over what was typed since', async () => {
  const { page, choose, library } = await openDesk({ prepare: linkedBrief })
  const file = join(library.folder, 'briefs/morning.json')
  const stored = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...stored, body: `${stored.body} Theirs.` }))
  const text = page.getByLabel('Brief text')
  await expectPage(text).toContainText('Theirs.')
  await typeAtEnd(page, ' Hours of work.')
  await choose('show-sources')
  await expectPage(page.getByRole('list', { name: 'Sources' })).toBeVisible()
  await choose('show-briefs')
  await expectPage(text).toContainText('Theirs. Hours of work.')
  await typeAtEnd(page, ' More.')
  expect((await wholeBriefs(library))[0]?.body).toMatch(/Theirs\. Hours of work\. More\.$/)
})

test('theirs in the text stands in the editor, also when only the title was saved here', async () => {
  const { page, library } = await openDesk({
    prepare: async ask => {
      const body = 'First.\n\nMiddle.\n\nLast.'
      await ask('brief.create', { template: 'market-morning-note', title: 'Morning', body })
    },
  })
  const file = join(library.folder, 'briefs/morning.json')
  await page.getByLabel('Brief title').fill('Evening')
  const stored = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...stored, body: 'First, theirs.\n\nMiddle.\n\nLast.' }))
  await typeAtEnd(page, ' Mine.')
  await expectPage(page.getByLabel('Brief text')).toContainText('First, theirs.')
  const merged = 'First, theirs.\n\nMiddle.\n\nLast. Mine.'
  await expectPage.poll(async () => (await wholeBriefs(library))[0]?.body).toBe(merged)
  expect(library.list('briefs')[0]?.title).toBe('Evening')
})

test('what is typed during a save that brings another program’s words is saved with them', async () => {
  const { page, library, ask, answers } = await openDesk({
    prepare: async ask => {
      const body = 'First.\n\nMiddle.\n\nLast.'
      await ask('brief.create', { template: 'market-morning-note', title: 'Morning', body })
    },
  })
  const isSent = Promise.withResolvers<void>()
  const isTyped = Promise.withResolvers<void>()
  answers.set('brief.set', async input => {
    isSent.resolve()
    await isTyped.promise
    return ask('brief.set', input)
  })
  await page.getByLabel('Brief title').fill('Evening')
  await isSent.promise
  const file = join(library.folder, 'briefs/morning.json')
  const stored = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...stored, body: 'First, theirs.\n\nMiddle.\n\nLast.' }))
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Mine.')
  isTyped.resolve()
  const merged = 'First, theirs.\n\nMiddle.\n\nLast. Mine.'
  await expectPage.poll(async () => (await library.get('briefs', 'morning')).body).toBe(merged)
  await expectPage(page.getByLabel('Brief text')).toContainText('First, theirs.')
  await expectPage(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
  expect((await library.get('briefs', 'morning')).body).toBe(merged)
})

test('what goes over another program’s words keeps them as a version, and says so', async () => {
  const { page, library, ask, answers } = await openDesk({
    prepare: async ask => {
      await ask('brief.create', { template: 'market-morning-note', title: 'Morning', body: 'They met.' })
    },
  })
  const isSent = Promise.withResolvers<void>()
  const isTyped = Promise.withResolvers<void>()
  answers.set('brief.set', async input => {
    isSent.resolve()
    await isTyped.promise
    return ask('brief.set', input)
  })
  await page.getByLabel('Brief title').fill('Evening')
  await isSent.promise
  const file = join(library.folder, 'briefs/morning.json')
  const stored = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...stored, body: 'They met in Washington.' }))
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' twice.')
  isTyped.resolve()
  await expectPage(page.getByText('the other text is among its earlier versions')).toBeVisible()
  await expectPage.poll(async () => (await library.get('briefs', 'morning')).body).toBe('They met twice.')
  const versions = await library.versions('morning')
  expect(versions.length).toBeGreaterThan(0)
  const bodies = await Promise.all(versions.map(async at => (await library.version('morning', at)).record))
  expect(bodies).toContainEqual(expect.objectContaining({ body: 'They met in Washington.' }))
})
