// Moving house: a whole library out to a folder and in again; notes of other programs, and briefs in their PDFs, in.
import { basename } from 'node:path'
import type { Template } from '../../shared/brief/template.ts'
import { fileBytes } from '../capture/capture.ts'
import { readCarried } from '../carried/read-carried.ts'
import { takeOver } from '../carried/take-over.ts'
import { exportLibrary } from '../exchange/export-library.ts'
import { importLibrary } from '../exchange/import-library.ts'
import { importNotes } from '../exchange/import-notes.ts'
import { slugOf } from '../library/ids.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import type { Ports } from './ports.ts'

export function exchangeRequests(
  library: Library,
  templates: readonly Template[],
  { dialogs, notify, now, reading }: Ports,
): Pick<Handlers, 'library.export' | 'library.import' | 'notes.import' | 'brief.open'> {
  return {
    'library.export': async () => {
      const name = `${slugOf(library.describe().name)}-${now().toISOString().slice(0, 10)}`
      const folder = await dialogs.chooseExportFolder(name, 'library')
      return folder === null ? null : exportLibrary(library, folder, now())
    },
    'library.import': async () => {
      const folder = await dialogs.chooseFolder('exported-library')
      return folder === null
        ? null
        : importLibrary(library, folder, now(), found =>
            notify('record.changed', { found, isConflict: false }),
          )
    },
    'brief.open': async () => {
      const file = await dialogs.chooseBriefPdf()
      if (file === null) return null
      const name = basename(file)
      const files = await reading.carried(name, await fileBytes(file))
      return takeOver(library, readCarried(name, files), now())
    },
    'notes.import': async () => {
      const folder = await dialogs.chooseFolder('notes')
      return folder === null ? null : importNotes(library, templates, folder, { now, reading })
    },
  }
}
