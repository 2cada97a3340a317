// Moving house: a whole library out to a folder and in again; notes of other programs, and briefs in their PDFs, in.
import { basename } from 'node:path'
import { formatTemplate } from '../../shared/brief/format-template.ts'
import type { Template } from '../../shared/brief/template.ts'
import type { OpenedBrief } from '../../shared/exchange.ts'
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
import type { Templates } from './templates.ts'

export function exchangeRequests(
  library: Library,
  templates: Templates,
  { desktop, dialogs, notify, now, reading, sampleFolder }: Ports,
): Pick<Handlers, 'library.export' | 'library.import' | 'sample.take' | 'notes.import' | 'brief.open'> {
  // A note has no marking and no numbers of paragraphs: the plainest form fits it best.
  const formForNote = (named: string | null) =>
    (named !== null && templates.find(named)?.name) || templates.plainest().name
  return {
    'library.export': async () => {
      const name = `${slugOf(library.describe().name)}-${now().toISOString().slice(0, 10)}`
      const folder = await dialogs.chooseExportFolder(name, 'library')
      return folder === null ? null : exportLibrary(library, folder, now())
    },
    'library.import': async () => {
      const folder = await dialogs.chooseFolder('exported-library')
      return folder === null ? null : takeIn(folder)
    },
    'sample.take': () => takeIn(sampleFolder),
    'brief.open': async ({ file: given, isNamed }) => {
      const pdf = given ?? (await chosenPdf(isNamed))
      if (pdf === null) return null
      const carried = readCarried(pdf.name, await reading.carried(pdf.name, pdf.bytes))
      const opened = await takeOver(library, carried, now())
      return { ...opened, form: await keepForm(opened.brief.template, carried.template) }
    },
    'notes.import': async () => {
      const folder = await dialogs.chooseFolder('notes')
      return folder === null ? null : importNotes(library, formForNote, folder, { now, reading })
    },
  }

  function takeIn(folder: string) {
    return importLibrary(library, folder, now(), found =>
      notify('record.changed', { found, isConflict: false }),
    )
  }

  async function chosenPdf(isNamed: boolean): Promise<{ name: string; bytes: Uint8Array } | null> {
    const file = isNamed ? desktop.namedFiles.takeBrief() : await dialogs.chooseBriefPdf()
    if (file === null) return null
    const bytes = await fileBytes(file)
    desktop.rememberFile(file)
    return { name: basename(file), bytes }
  }

  /** The form of a brief that came stays with it, unless one of its name is here. The brief is here whatever becomes of it. */
  async function keepForm(name: string, came: Template | null): Promise<OpenedBrief['form']> {
    await library.templates.look()
    if (templates.find(name)) return 'here'
    const isFree = templates.own().every(each => each.name !== name)
    if (came?.name !== name || !isFree || slugOf(name) !== name) return 'missing'
    return library.templates.put(name, formatTemplate(came)).then(
      () => 'came',
      () => 'missing',
    )
  }
}
