// A library in a folder behind its requests, with ports that whoever asks sets and reads.
import { join } from 'node:path'
import { findInPlace } from '../main/finder/find-in-place.ts'
import { openBackupKeeper } from '../main/library/backup-keeper.ts'
import { openPreferences } from '../main/library/kept-preferences.ts'
import { openLibrary } from '../main/library/open-library.ts'
import { openRestored } from '../main/library/restored.ts'
import { windowChoices } from '../main/library/window-choices.ts'
import { problemOf } from '../main/requests/answer.ts'
import { noFailures } from '../main/requests/failure.ts'
import { noDesktop } from '../main/requests/no-desktop.ts'
import { noLastExport } from '../main/requests/no-last-export.ts'
import { noSealPorts } from '../main/requests/no-seal-ports.ts'
import type { Ports } from '../main/requests/ports.ts'
import { answerRequests } from '../main/requests/requests.ts'
import { searchInPlace } from '../main/search/search-in-place.ts'
import { readTemplates } from '../main/templates.ts'
import { reading } from './main/capture/reading.ts'

export type Given = Partial<Omit<Ports, 'dialogs'>> & { dialogs?: Partial<Ports['dialogs']> }

/** Opens a library and gives the means to ask it. A minute passes with every look at its clock. */
export async function deskAt(folder: string, appData: string, { dialogs, ...ports }: Given = {}) {
  let minutes = 0
  const now = () => new Date(Date.UTC(2025, 4, 3, 10, minutes++))
  const library = await openLibrary({ folder, access: 'write', now })
  const answer = answerRequests(
    library,
    await readTemplates(join(import.meta.dirname, '../resources/templates')),
    {
      dialogs: {
        chooseSources: async () => [],
        choosePdf: async () => null,
        chooseExport: async () => null,
        chooseBackup: async () => null,
        chooseBriefPdf: async () => null,
        chooseTemplate: async () => null,
        chooseTemplateTarget: async () => null,
        chooseBackupToRestore: async () => null,
        chooseFolder: async () => null,
        chooseExportFolder: async () => null,
        ...dialogs,
      },
      printer: { print: async () => new TextEncoder().encode('%PDF-') },
      finishPdf: async pdf => pdf,
      lastExport: noLastExport,
      webPage: async ({ html }) =>
        new TextEncoder().encode(`<meta name="generator" content="Dispatch Box">${html}`),
      finder: findInPlace,
      search: searchInPlace(library, null),
      reading,
      ...noSealPorts,
      closeWindow: () => undefined,
      keepWindow: () => undefined,
      replaceLibrary: async work => work(),
      preferences: await openPreferences(join(appData, 'settings.json')),
      windowChoices: windowChoices(null),
      backups: openBackupKeeper({
        settingsFile: join(appData, 'settings.json'),
        usualFolder: join(appData, 'backups'),
        now,
        reasonOf: error => problemOf(error).message,
        onFailure: () => undefined,
      }),
      restored: openRestored(null),
      showFile: () => undefined,
      desktop: noDesktop,
      failures: noFailures,
      sampleFolder: join(import.meta.dirname, '../resources/sample/library'),
      now,
      ...ports,
    },
  )
  return { answer, library, close: () => library.close() }
}
