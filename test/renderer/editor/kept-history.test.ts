import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectPage, waitFor } from '../../patient.ts'
import { deskOfEachTest } from '../desk.ts'

const openDesk = deskOfEachTest()

async function typeAndLeave() {
  const desk = await openDesk({
    prepare: async ask => {
      await ask('brief.create', { template: 'uk-submission', title: 'Holdings', body: 'Before.' })
    },
  })
  const { page, library } = desk
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await expectPage(text).toBeFocused()
  const id = library.list('briefs')[0]?.id ?? ''
  const saved = async () => (await library.get('briefs', id)).body
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' After.')
  await waitFor(async () => expect(await saved()).toBe('Before. After.'))
  await page.getByRole('button', { name: 'Sources' }).first().click()
  const kept = join(library.folder, 'steps', `${id}.json`)
  await waitFor(async () => expect(existsSync(kept)).toBe(true))
  return { ...desk, id, text, saved }
}

test('what was written in a session before can be undone while the text is the same', async () => {
  const { page, text, saved } = await typeAndLeave()
  await page.reload()
  await page.getByRole('button', { name: 'Briefs' }).first().click()
  await expectPage(text).toContainText('Before. After.')
  await waitFor(async () => {
    await text.press('ControlOrMeta+z')
    expect(await saved()).toBe('Before.')
  })
  await text.press('ControlOrMeta+Shift+z')
  await waitFor(async () => expect(await saved()).toBe('Before. After.'))
})

test('nothing can be undone in a text that is another one since', async () => {
  const { page, ask, id, text, saved } = await typeAndLeave()
  await page.reload()
  expect(await ask('brief.set', { id, fields: { body: 'Before. After. Elsewhere.' } })).toMatchObject({
    ok: true,
  })
  await page.reload()
  await page.getByRole('button', { name: 'Briefs' }).first().click()
  await expectPage(text).toContainText('Elsewhere.')
  await page.waitForTimeout(500)
  await text.press('ControlOrMeta+z')
  await page.waitForTimeout(500)
  expect(await saved()).toBe('Before. After. Elsewhere.')
})
