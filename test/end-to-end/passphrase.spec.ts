// A library that is given a passphrase in the window, worked on, locked, unlocked and printed from a terminal.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { answerOpenDialog, chooseMenu, type OpenApp, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'
import { readPdf } from './read-pdf.ts'
import { brief, start } from './terminal.ts'

const words = 'correct horse battery staple'
/** Nobody else writes this word. */
const mark = 'Plutoniumferry'
const forms = [mark, mark.toLowerCase(), words].flatMap(word => [
  Buffer.from(word, 'utf8'),
  Buffer.from(word, 'utf16le'),
  Buffer.from(word, 'utf16le').swap16(),
])

/** Files under a folder that hold the marked word, in their bytes or their name. */
function leaks(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => {
    if (name.toLowerCase().includes(mark.toLowerCase())) return true
    try {
      if (!statSync(join(root, name)).isFile()) return false
      const bytes = readFileSync(join(root, name))
      return forms.some(form => bytes.includes(form))
    } catch {
      // Gone meanwhile, or a socket.
      return false
    }
  })
}

// Each try of a passphrase takes a second by design, and sealing reads everything back.
const patient = expect.configure({ timeout: 30_000 })

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function begin({ app, page }: OpenApp, folder: string): Promise<void> {
  const source = join(folder, 'source.md')
  writeFileSync(
    source,
    `# ${mark} talks\n\nThe minister said that ${mark} is "an option" for the first time.\n`,
  )
  await answerOpenDialog(app, [source])
  await chooseMenu(app, 'import-source')
  await expect(page.getByRole('heading', { name: `${mark} talks` }).first()).toBeVisible()
  await chooseMenu(app, 'new-brief')
  await dialog(page, 'New brief').getByLabel('Title', { exact: true }).fill(`${mark} brief`)
  await page.getByRole('button', { name: 'Create brief' }).click()
  await page.getByRole('textbox', { name: 'Brief text' }).click()
  await page.keyboard.insertText(`${mark} in the text.\n\n`)
  await expect(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
}

/** Gives the library a passphrase; gives the recovery key that was shown. */
async function seal(open: OpenApp, pictures = false): Promise<string> {
  const { app, page } = open
  await chooseMenu(app, 'show-passphrase')
  const give = dialog(page, 'Give the library a passphrase')
  await give.getByLabel('Passphrase', { exact: true }).fill('too short')
  await give.getByLabel('The same passphrase again').fill('another')
  await give.getByRole('button', { name: 'Go on' }).click()
  await expect(give.getByText('At least 12 characters: this could be guessed.')).toBeVisible()
  await expect(give.getByText('This is not the same passphrase.')).toBeVisible()
  if (pictures) await keepScreen(open, 'passphrase-refused')
  await give.getByLabel('Passphrase', { exact: true }).fill(words)
  await give.getByLabel('The same passphrase again').fill(words)
  await give.getByText('What a passphrase does not cover').click()
  if (pictures) await keepScreen(open, 'passphrase-give')
  await give.getByRole('button', { name: 'Go on' }).click()
  const confirm = dialog(page, 'Write down the recovery key')
  await expect(confirm).toBeVisible()
  const groups = await confirm
    .getByRole('list', { name: 'Recovery key' })
    .getByRole('listitem')
    .allTextContents()
  expect(groups).toHaveLength(9)
  if (pictures) await keepScreen(open, 'passphrase-recovery')
  await confirm.getByLabel('The last group').fill('none')
  await confirm.getByRole('button', { name: 'Seal the library' }).click()
  await expect(confirm.getByText('not the last group of the recovery key')).toBeVisible()
  await confirm.getByLabel('The last group').fill(groups.at(-1) ?? '')
  await confirm.getByRole('button', { name: 'Seal the library' }).click()
  await patient(confirm).toHaveCount(0)
  return groups.join('-')
}

async function unlock(page: Page, field: string, secret: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).fill(secret)
  await page.getByLabel(field, { exact: true }).press('Enter')
}

const rooms = (page: Page) => page.getByRole('navigation', { name: 'Rooms' })

test('a sealed library opens by its passphrase or its recovery key alone, and leaves no word in the clear', async ({
  folder,
  openApp,
}) => {
  test.setTimeout(180_000)
  let open = await openApp()
  await begin(open, folder)
  expect(leaks(join(folder, 'library')).length).toBeGreaterThan(3)
  const recoveryKey = await seal(open, true)
  await patient(rooms(open.page)).toBeVisible()
  await expect(open.page.getByRole('textbox', { name: 'Brief text' })).toContainText(mark)

  // Work goes on: an edit, a version, a deletion, an original file, a backup.
  await open.page.getByRole('textbox', { name: 'Brief text' }).click()
  await open.page.keyboard.insertText(`More ${mark}.\n\n`)
  await expect(open.page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
  await open.page.getByRole('button', { name: 'Duplicate' }).first().click()
  await open.page.getByRole('button', { name: 'Delete brief' }).click()
  await expect(open.page.getByText('was moved to the trash')).toBeVisible()
  await chooseMenu(open.app, 'show-backups')
  await dialog(open.page, 'Backups').getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog(open.page, 'Backups').getByRole('listitem')).toHaveCount(1)
  await open.page.keyboard.press('Escape')
  await chooseMenu(open.app, 'show-passphrase')
  await expect(dialog(open.page, 'Passphrase')).toContainText('passphrase is asked for at each start')
  await keepScreen(open, 'passphrase-manage')
  await open.page.keyboard.press('Escape')
  expect(leaks(join(folder, 'library'))).toEqual([])
  expect(leaks(join(folder, 'profile'))).toEqual([])

  // Locked, nothing of it is to be seen, and the menu does nothing.
  const recent = () =>
    open.app.evaluate(
      ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('open-recent')?.submenu?.items.length,
    )
  await expect.poll(recent).toBeGreaterThan(0)
  await chooseMenu(open.app, 'lock-library')
  await expect(open.page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  expect(await recent()).toBe(0)
  await expect(rooms(open.page)).toHaveCount(0)
  await chooseMenu(open.app, 'new-brief')
  await expect(open.page.getByRole('dialog')).toHaveCount(0)
  await keepScreen(open, 'locked')
  await unlock(open.page, 'Passphrase', 'not the passphrase')
  await patient(open.page.getByText('This is not the passphrase of the library.')).toBeVisible()
  await keepScreen(open, 'locked-wrong')
  await unlock(open.page, 'Passphrase', words)
  await patient(rooms(open.page)).toBeVisible()

  // A backup is sealed too, and takes the library's place.
  await chooseMenu(open.app, 'show-backups')
  await dialog(open.page, 'Backups').getByRole('listitem').getByRole('button', { name: 'Restore' }).click()
  await dialog(open.page, 'Backups').getByRole('button', { name: 'Replace this library' }).click()
  await dialog(open.page, 'Put the backup in place').getByRole('button', { name: 'Replace' }).click()
  await expect(open.page.getByText('before-restore')).toBeVisible()
  await expect(open.page.getByRole('textbox', { name: 'Brief text' })).toContainText(`More ${mark}.`)
  expect(leaks(folder).filter(name => name !== 'source.md')).toEqual([])
  await open.close()

  // The next start asks, and the recovery key does as well.
  open = await openApp()
  await open.page.getByRole('button', { name: 'Use the recovery key' }).click()
  await keepScreen(open, 'locked-recovery')
  await unlock(open.page, 'Recovery key', recoveryKey.toLowerCase().replaceAll('-', ' '))
  await patient(rooms(open.page)).toBeVisible()
  await expect(open.page.getByRole('textbox', { name: 'Brief text' })).toContainText(`More ${mark}.`)
  await open.close()
  expect(leaks(join(folder, 'library'))).toEqual([])
  expect(leaks(join(folder, 'profile'))).toEqual([])
})

test('the passphrase is changed, and taken off', async ({ folder, openApp }) => {
  test.setTimeout(120_000)
  const open = await openApp()
  const { app, page } = open
  await begin(open, folder)
  await seal(open)
  await patient(rooms(page)).toBeVisible()
  await chooseMenu(app, 'show-passphrase')
  await dialog(page, 'Passphrase').getByRole('button', { name: 'Change it…' }).click()
  const change = dialog(page, 'Change the passphrase')
  await change.getByLabel('Passphrase until now, or recovery key').fill('not the passphrase')
  await change.getByLabel('New passphrase').fill('four other words entirely')
  await change.getByLabel('The same passphrase again').fill('four other words entirely')
  await change.getByRole('button', { name: 'Change the passphrase' }).click()
  await patient(change.getByText('This is not the passphrase of the library.')).toBeVisible()
  await keepScreen(open, 'passphrase-change')
  await change.getByLabel('Passphrase until now, or recovery key').fill(words)
  await change.getByRole('button', { name: 'Change the passphrase' }).click()
  await patient(page.getByText('The passphrase was changed.')).toBeVisible()
  await chooseMenu(app, 'lock-library')
  await unlock(page, 'Passphrase', words)
  await patient(page.getByText('This is not the passphrase of the library.')).toBeVisible()
  await unlock(page, 'Passphrase', 'four other words entirely')
  await patient(rooms(page)).toBeVisible()
  await chooseMenu(app, 'show-passphrase')
  await dialog(page, 'Passphrase').getByRole('button', { name: 'Take it off…' }).click()
  const remove = dialog(page, 'Take the passphrase off')
  await remove.getByLabel('Passphrase until now, or recovery key').fill('four other words entirely')
  await keepScreen(open, 'passphrase-remove')
  await remove.getByRole('button', { name: 'Write it in the clear' }).click()
  await patient(remove).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Brief text' })).toContainText(mark)
  expect(leaks(join(folder, 'library')).length).toBeGreaterThan(3)
  await open.close()
})

test('a terminal reads, writes and prints a sealed library, and no temporary file holds a word of it', async ({
  folder,
  openApp,
}) => {
  test.setTimeout(120_000)
  const open = await openApp()
  await begin(open, folder)
  await seal(open)
  await patient(rooms(open.page)).toBeVisible()
  await open.close()

  const refused = await brief(folder, ['list', '--library', 'library'])
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.error).toContain('name a file that holds the passphrase by --passphrase-file')
  writeFileSync(join(folder, 'passphrase'), `${words}\n`)
  const withPassphrase = ['--library', 'library', '--passphrase-file', 'passphrase']
  const listed = await brief(folder, ['list', 'briefs', '--json', ...withPassphrase])
  expect(listed, listed.error).toMatchObject({ code: 0 })
  const [{ id }] = JSON.parse(listed.out).briefs as [{ id: string }]
  const edited = await brief(
    folder,
    ['edit', id, '--body', '-', ...withPassphrase],
    `${mark} from a terminal\n`,
  )
  expect(edited, edited.error).toMatchObject({ code: 0 })
  expect(leaks(join(folder, 'library'))).toEqual([])

  const seen = new Set<string>()
  let isPrinting = true
  const { ended } = start(folder, ['export', id, '--to', 'a.pdf', ...withPassphrase], {})
  const watching = (async () => {
    let isProfileSeen = false
    while (isPrinting) {
      for (const name of readdirSync(tmpdir()).filter(each => each.startsWith('dispatch-box-print-'))) {
        isProfileSeen = true
        for (const leak of leaks(join(tmpdir(), name))) seen.add(leak)
      }
      await new Promise(done => setTimeout(done, 50))
    }
    return isProfileSeen
  })()
  const printed = await ended
  isPrinting = false
  expect(printed, printed.error).toMatchObject({ code: 0 })
  expect(await watching).toBe(true)
  expect([...seen]).toEqual([])
  expect(JSON.stringify(await readPdf(join(folder, 'a.pdf')))).toContain(`${mark} from a terminal`)
})
