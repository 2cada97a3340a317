// The app, open on a library of a few briefs, that exports as its window asks it to.
import { join } from 'node:path'
import type { Brief } from '../../../shared/model/records.ts'
import { launchApp } from '../launch-app.ts'

export type OpenApp = {
  /** Checks, prints, finishes and writes a brief; rejects where the app refuses. */
  exportBrief: (id: string) => Promise<void>
  /** Where exports are written. */
  pdf: string
  close: () => Promise<void>
}

/** `folder` is for its library, its profile and its PDF. */
export async function openApp(folder: string, briefs: readonly Brief[]): Promise<OpenApp> {
  const { app, page } = await launchApp(folder, briefs)
  const pdf = join(folder, 'ours.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, pdf)
  const exportBrief = async (id: string) => {
    // As text: the window's own types are not the bench's.
    const refused = await page.evaluate(
      `dispatchBox.invoke('brief.export', { id: ${JSON.stringify(id)} }).then(result => result.ok ? null : result.problem.message)`,
    )
    if (refused !== null) throw new Error(`The app did not export ${id}: ${refused}`)
  }
  return { exportBrief, pdf, close: () => app.close() }
}
