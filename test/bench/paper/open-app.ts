// The app, open on a library of a few briefs, that exports as its window asks it to.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { _electron as electron } from 'playwright'
import { openLibrary } from '../../../main/library/open-library.ts'
import { findExecutable, launchSwitches, projectRoot } from '../../../scripts/executable.mjs'
import type { Brief } from '../../../shared/model/records.ts'

export type OpenApp = {
  /** Checks, prints, finishes and writes a brief; rejects where the app refuses. */
  exportBrief: (id: string) => Promise<void>
  /** Where exports are written. */
  pdf: string
  close: () => Promise<void>
}

/** Milliseconds after which what a start leaves to later is done. */
const settling = 3000

/** `folder` is for its library, its profile and its PDF. */
export async function openApp(folder: string, briefs: readonly Brief[]): Promise<OpenApp> {
  const libraryFolder = join(folder, 'library')
  const library = await openLibrary({ folder: libraryFolder, access: 'write', now: () => new Date() })
  for (const brief of briefs) await library.add('briefs', brief)
  await library.close()
  const executable = findExecutable()
  const app = await electron.launch({
    executablePath: executable.path,
    args: [
      ...launchSwitches(executable, true),
      `--user-data-dir=${join(folder, 'app-profile')}`,
      projectRoot,
      `--library=${libraryFolder}`,
    ],
    cwd: projectRoot,
  })
  const page = await app.firstWindow()
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor()
  const pdf = join(folder, 'ours.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, pdf)
  await setTimeout(settling)
  const exportBrief = async (id: string) => {
    // As text: the window's own types are not the bench's.
    const refused = await page.evaluate(
      `dispatchBox.invoke('brief.export', { id: ${JSON.stringify(id)} }).then(result => result.ok ? null : result.problem.message)`,
    )
    if (refused !== null) throw new Error(`The app did not export ${id}: ${refused}`)
  }
  return { exportBrief, pdf, close: () => app.close() }
}
