// A library that takes long to open, and a window that is closed meanwhile.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron as electron, expect } from '@playwright/test'
import { takeLibraryLock } from '../../main/library/lock.ts'
import { findExecutable, launchSwitches, projectRoot } from '../../scripts/executable.mjs'
import { builtApp, test } from './desk.ts'

test('a window that is closed before its library is open ends the app, and the library is let go', async ({
  folder,
}) => {
  const library = join(folder, 'library')
  mkdirSync(library)
  // As a command holds it, for whose end the app waits.
  const { lock } = await takeLibraryLock(library, 'command', 0)
  const executable = findExecutable()
  const app = await electron.launch({
    executablePath: executable.path,
    args: [
      ...launchSwitches(executable, true),
      `--user-data-dir=${join(folder, 'profile')}`,
      builtApp,
      `--library=${library}`,
    ],
    cwd: projectRoot,
  })
  const page = await app.firstWindow()
  const closed = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await page.waitForEvent('close').catch(() => undefined)
  lock?.release()
  await closed
  const again = await takeLibraryLock(library, 'command', 0)
  expect(again.lock).not.toBeNull()
  again.lock?.release()
})
