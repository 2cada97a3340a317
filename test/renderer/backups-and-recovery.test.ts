// Backups, restores and what was recovered, as they are met in the window.
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDrafts } from '../../main/library/drafts.ts'
import { plainSeal } from '../../main/library/seal.ts'
import type { Notices } from '../../shared/request-names.ts'
import type { Result } from '../../shared/result.ts'
import { expectPage } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

const open = () => openDesk({ prepare: linkedBrief })

test('backups are made, listed and moved to a chosen folder, and a folder that is gone is said', async () => {
  const { page, choose, appData } = await open()
  await choose('show-backups')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await expectPage(dialog).toContainText('There is none of this library in that folder yet')
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expectPage(dialog.getByRole('listitem')).toHaveCount(1)
  await expectPage(dialog).toContainText('read back')
  await dialog.getByRole('button', { name: 'Choose folder' }).click()
  await expectPage(dialog.getByRole('region', { name: 'Backups go to' })).toContainText('chosen')
  renameSync(join(appData, 'chosen'), join(appData, 'unplugged'))
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expectPage(dialog.getByRole('alert').first()).toContainText('is not there')
  await dialog.getByRole('button', { name: 'Use the app’s own folder' }).click()
  await expectPage(dialog.getByRole('listitem')).toHaveCount(1)
  await expectPage(dialog.getByRole('alert')).toHaveCount(0)
})

test('a backup under way says how far it is, and is broken off', async () => {
  const { page, choose, answers, ask } = await open()
  let end: (result: Result<null>) => void = () => undefined
  answers.set(
    'backup.keep',
    () =>
      new Promise(done => {
        end = done
      }),
  )
  answers.set('backup.cancel', async () => {
    end({ ok: true, value: null })
    return ask('backup.cancel', {})
  })
  const progressed = (progress: Notices['backup.progressed']) =>
    page.evaluate(
      each =>
        (globalThis as unknown as { hear: (name: string, payload: unknown) => void }).hear(
          'backup.progressed',
          each,
        ),
      progress,
    )
  await choose('show-backups')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expectPage(dialog.getByRole('status')).toHaveText('Backing up…')
  await progressed({ stage: 'writing', done: 12_000, of: 70_000 })
  await expectPage(dialog).toContainText('Writing: 12,000 of 70,000 files')
  await expectPage(dialog.getByRole('progressbar')).toHaveJSProperty('value', 12_000)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expectPage(dialog.getByRole('status')).toContainText('The backup was stopped')
  await expectPage(dialog.getByRole('progressbar')).toHaveCount(0)
  answers.delete('backup.keep')
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expectPage(dialog.getByRole('listitem')).toHaveCount(1)
})

test('a backup of the day that could not be made is told in the window, once', async () => {
  const { page, library, backups, appData } = await open()
  await backups.move(join(appData, 'chosen'))
  renameSync(join(appData, 'chosen'), join(appData, 'unplugged'))
  await backups.backUpIfDue(library)
  await backups.backUpIfDue(library)
  await expectPage(page.getByRole('alert')).toHaveCount(1)
  await page.getByRole('alert').getByRole('button', { name: 'Backups' }).click()
  await expectPage(page.getByRole('dialog', { name: 'Backups' }).getByRole('alert')).toContainText(
    'is not there',
  )
})

test('a backup is read back and restored into a folder, with the words to open it', async () => {
  const { page, choose, appData } = await open()
  await choose('show-backups')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await dialog.getByRole('listitem').getByRole('button', { name: 'Restore' }).click()
  await expectPage(dialog).toContainText('is whole')
  await dialog.getByRole('button', { name: 'Choose where' }).click()
  await expectPage(dialog).toContainText(`--library="${join(appData, 'chosen')}"`)
  expect(readdirSync(join(appData, 'chosen'))).toContain('library.json')
})

test('nothing takes the library’s place before what is typed is saved, and before that was confirmed', async () => {
  const { page, choose, answers, library } = await open()
  const asked: unknown[] = []
  answers.set('backup.restore', async input => {
    asked.push([input, (await library.get('briefs', 'morning')).body])
    return { ok: true, value: { folder: library.folder } }
  })
  await choose('show-backups')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expectPage(dialog.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' At the last moment.')
  await choose('show-backups')
  await dialog.getByRole('listitem').getByRole('button', { name: 'Restore' }).click()
  await dialog.getByRole('button', { name: 'Replace this library' }).click()
  const question = page.getByRole('dialog', { name: 'Put the backup in place of this library?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(asked).toEqual([])
  await dialog.getByRole('button', { name: 'Replace this library' }).click()
  await question.getByRole('button', { name: 'Replace this library' }).click()
  const input = expect.objectContaining({ into: 'in-place' })
  await expectPage.poll(() => asked).toEqual([[input, expect.stringMatching(/At the last moment\.$/)]])
})

test('a form with words that are not saved holds the library in its place', async () => {
  const { page, choose, answers } = await open()
  answers.set('backup.restore', () => Promise.reject(new Error('never asked')))
  await choose('show-evidence')
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  await choose('show-backups')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expectPage(dialog.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.getByRole('form', { name: 'Quote' }).getByLabel('Role').fill('Minister')
  await choose('show-backups')
  await dialog.getByRole('listitem').getByRole('button', { name: 'Restore' }).click()
  await dialog.getByRole('button', { name: 'Replace this library' }).click()
  await expectPage(dialog.getByRole('alert')).toContainText('Save or leave the form first')
  await expectPage(page.getByRole('dialog')).toHaveCount(1)
})

test('the Recovery dialog says that nothing was needed where nothing was', async () => {
  const { page, choose } = await open()
  await choose('show-recovery')
  await expectPage(page.getByRole('dialog', { name: 'Recovery' })).toContainText('Nothing needed recovery')
})

test('what was set aside before leads to its record, its versions and its file, and to unsaved text', async () => {
  const { page, choose, library, shownFiles } = await open()
  const aside = join(library.folder, 'set-aside/quotes')
  mkdirSync(aside, { recursive: true })
  const file = join(aside, 'kato-it-does-exist-as.2025-05-02T09-00-00.000Z.json')
  writeFileSync(file, '{"half')
  const fields = { body: 'Typed at the last moment.' }
  await openDrafts(library.folder, plainSeal).keep({ id: 'morning', at: '2025-05-03T10:00:00.000Z', fields })
  await page.reload()
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor()
  await choose('show-recovery')
  const dialog = page.getByRole('dialog', { name: 'Recovery' })
  const earlier = dialog.getByRole('region', { name: 'Set aside before' })
  await expectPage(earlier).toContainText('Set aside 2 May 2025')
  await earlier.getByRole('button', { name: 'Show file' }).click()
  await expectPage.poll(() => shownFiles).toEqual([file])
  await dialog.getByRole('button', { name: 'Show what was typed' }).click()
  await expectPage(page.getByRole('dialog', { name: 'Text that was not saved' })).toBeVisible()
  await page.keyboard.press('Escape')
  await choose('show-recovery')
  await earlier.getByRole('button', { name: 'Earlier versions' }).click()
  await expectPage(page.getByRole('dialog', { name: 'Earlier versions' })).toBeVisible()
  await page.keyboard.press('Escape')
  await choose('show-recovery')
  await earlier.getByRole('button', { name: 'Open' }).click()
  await expectPage(page.getByRole('form', { name: 'Quote' })).toBeVisible()
})

test('the banner is one line that leads to what was found at this start', async () => {
  const { page, answers, ask } = await open()
  const found = {
    file: '/l/briefs/one.json',
    keptAs: '/l/set-aside/briefs/one.json',
    reason: 'it is not UTF-8 text',
    replacedBy: null,
  }
  answers.set('library.describe', async () => {
    const described = await ask('library.describe', {})
    return described.ok
      ? { ok: true, value: { ...described.value, folder: '/l', setAside: [found] } }
      : described
  })
  answers.set('recovery.list', async () => ({
    ok: true,
    value: { found: [{ ...found, at: null, record: null }], earlier: [] },
  }))
  await page.reload()
  await page.getByText('One file of the library could not be read').waitFor()
  await page.getByRole('button', { name: 'Show…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Recovery' })
  await expectPage(dialog).toContainText('It is not UTF-8 text. It was set aside.')
  await expectPage(dialog).toContainText('Nothing stands in its place')
})
