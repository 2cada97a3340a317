// The app, started as a person starts it, with its window open on a library of a few briefs.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright'
import { openLibrary } from '../../main/library/open-library.ts'
import { findExecutable, launchSwitches, projectRoot } from '../../scripts/executable.mjs'
import type { Brief } from '../../shared/model/records.ts'

/** Milliseconds after which what a start leaves to later is done. */
const settling = 3000

/** `folder` is for its library and its profile. */
export async function launchApp(
  folder: string,
  briefs: readonly Brief[],
): Promise<{ app: ElectronApplication; page: Page }> {
  const libraryFolder = join(folder, 'library')
  const library = await openLibrary({ folder: libraryFolder, access: 'write', now: () => new Date() })
  for (const brief of briefs) await library.add('briefs', brief)
  await library.close()
  return launchOn(folder)
}

/** The same on the library that is there. */
export async function launchOn(folder: string): Promise<{ app: ElectronApplication; page: Page }> {
  const executable = findExecutable()
  const app = await electron.launch({
    executablePath: executable.path,
    args: [
      ...launchSwitches(executable, true),
      `--user-data-dir=${join(folder, 'app-profile')}`,
      projectRoot,
      `--library=${join(folder, 'library')}`,
    ],
    cwd: projectRoot,
  })
  const page = await app.firstWindow()
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor()
  await setTimeout(settling)
  return { app, page }
}
