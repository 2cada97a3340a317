import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { type ExportFormat, exportFormats, formatOfFile } from '../../shared/brief/export-format.ts'
import type { Dialogs, FolderPurpose } from '../requests/ports.ts'

/** The system's own dialogs, above the window. */
export function windowDialogs(window: () => BrowserWindow | null): Dialogs {
  return {
    chooseSources: async () => {
      const parent = window()
      if (!parent) return []
      const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
        title: 'Import sources',
        buttonLabel: 'Import',
        properties: ['openFile', 'multiSelections'],
        filters: [
          {
            name: 'Articles and documents',
            extensions: [
              ...['md', 'markdown', 'txt', 'html', 'htm', 'mhtml', 'mht'],
              ...['pdf', 'docx', 'eml', 'zip'],
            ],
          },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      return canceled ? [] : filePaths
    },
    choosePdf: proposedName =>
      chooseTarget(window(), proposedName, {
        title: 'Save PDF',
        button: 'Save',
        kinds: ['pdf'],
      }),
    chooseExport: (proposedName, format) =>
      chooseTarget(window(), proposedName, {
        title: 'Export brief',
        button: 'Export',
        kinds: [format, ...exportFormats.filter(other => other !== format)],
      }),
    chooseBackup: proposedName =>
      chooseTarget(window(), proposedName, {
        title: 'Back up the library',
        button: 'Back up',
        kinds: ['zip'],
      }),
    chooseBackupToRestore: () =>
      chooseOne(window(), {
        title: 'Choose a backup',
        buttonLabel: 'Choose',
        properties: ['openFile'],
        filters: [{ name: 'Backup', extensions: ['zip'] }],
      }),
    chooseBriefPdf: () =>
      chooseOne(window(), {
        title: 'Open a brief from its PDF',
        buttonLabel: 'Open',
        properties: ['openFile'],
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      }),
    chooseTemplate: () =>
      chooseOne(window(), {
        title: 'Add a template',
        buttonLabel: 'Add',
        properties: ['openFile'],
        filters: [{ name: 'Markdown', extensions: ['md', 'markdown'] }],
      }),
    chooseTemplateTarget: proposedName =>
      chooseTarget(window(), proposedName, {
        title: 'Save a copy of the template',
        button: 'Save',
        kinds: ['md'],
        names: { md: 'Markdown' },
      }),
    chooseFolder: purpose =>
      chooseOne(window(), {
        properties: ['openDirectory', 'createDirectory'],
        ...folderWords[purpose],
      }),
    chooseExportFolder: async (proposedName, of) => {
      const parent = window()
      if (!parent) return null
      // It names a folder that is not there yet, which the dialog for opening cannot.
      const { canceled, filePath } = await dialog.showSaveDialog(parent, {
        title: of === 'library' ? 'Export the library as a folder' : 'Copy the issued version into a folder',
        buttonLabel: 'Export',
        defaultPath: proposedName,
      })
      return canceled || !filePath ? null : filePath
    },
  }
}

/** Where a report of what went wrong goes; null where the person closed the dialog. */
export function chooseReport(window: BrowserWindow | null, proposedName: string): Promise<string | null> {
  return chooseTarget(window, proposedName, {
    title: 'Save the report',
    button: 'Save',
    kinds: ['txt'],
  })
}

/** Asks once the page of the window is gone. True where a report is to be saved. */
export async function askToReport(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window of Dispatch Box has ended unexpectedly.',
    detail:
      'What was saved is safe, and what was typed since is offered at the next start. A report says where in the program it happened, and nothing of what you wrote. It is sent to nobody.',
    buttons: ['Save Report…', 'Close'],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

const folderWords: Record<FolderPurpose, { title: string; buttonLabel: string }> = {
  backups: { title: 'Where backups go', buttonLabel: 'Choose folder' },
  'restored-library': { title: 'Where the restored library goes', buttonLabel: 'Choose folder' },
  'exported-library': { title: 'Import an exported library', buttonLabel: 'Import' },
  'exported-briefs': { title: 'Where the briefs go', buttonLabel: 'Export here' },
  notes: { title: 'Import notes of Obsidian or Joplin', buttonLabel: 'Import' },
}

async function chooseOne(parent: BrowserWindow | null, options: OpenDialogOptions): Promise<string | null> {
  if (!parent) return null
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, options)
  return canceled ? null : (filePaths[0] ?? null)
}

type FileKind = ExportFormat | 'zip' | 'txt'

const kindNames: Record<FileKind, string> = {
  pdf: 'PDF',
  docx: 'Word document',
  html: 'Web page',
  md: 'Markdown, with its evidence as JSON',
  csv: 'Table of its evidence',
  zip: 'Backup',
  txt: 'Text',
}

type TargetDialog = {
  title: string
  button: string
  kinds: readonly [FileKind, ...FileKind[]]
  names?: Partial<Record<FileKind, string>>
}

async function chooseTarget(
  parent: BrowserWindow | null,
  proposedName: string,
  { title, button, kinds, names = kindNames }: TargetDialog,
): Promise<string | null> {
  if (!parent) return null
  const { canceled, filePath } = await dialog.showSaveDialog(parent, {
    title,
    buttonLabel: button,
    defaultPath: proposedName,
    filters: kinds.map(kind => ({ name: names[kind] ?? kind, extensions: [kind] })),
  })
  if (canceled || !filePath) return null
  const ending = formatOfFile(filePath) ?? extname(filePath).slice(1).toLowerCase()
  if (kinds.some(kind => ending === kind)) return filePath
  const named = `${filePath}.${kinds[0]}`
  // The dialog asked about the name as it was typed.
  return existsSync(named) && !(await mayReplace(parent, named)) ? null : named
}

async function mayReplace(parent: BrowserWindow, file: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(parent, {
    type: 'question',
    message: `“${basename(file)}” is already there. Replace it?`,
    detail: 'The file that has that name now will be gone.',
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

/** Asks before there is a window: a library that was there before is gone. True where a new one is to begin in its place. */
export async function askToBegin(folder: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'The library is not where it was.',
    detail: `${folder} was opened before and is not there now. It may have been moved or renamed, or be on a disk that is not connected. Nothing was changed: bring it back and start again, or begin an empty library in its place.`,
    buttons: ['Quit', 'Begin an empty library'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
