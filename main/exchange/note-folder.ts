// A folder of notes, gone through: what is in it, with slashes between the parts of each path.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileProblem } from '../../shared/exchange.ts'
import { RequestProblem } from '../../shared/result.ts'
import { diskReason } from '../library/read-problem.ts'

const deepest = 50
const mostFiles = 200_000

export type NoteFolder = { notes: string[]; others: string[]; problems: FileProblem[] }

/**
 * Lists a folder of notes. Hidden folders, such as a program's settings and trash, are no notes; links are named and
 * not followed. Throws a RequestProblem where there is no such folder, or no note in it.
 */
export async function listNotes(folder: string): Promise<NoteFolder> {
  const found: NoteFolder = { notes: [], others: [], problems: [] }
  await list(folder, '', 0, found)
  if (found.notes.length > 0) return found
  throw refusedFolder(folder, 'there is no Markdown file in it')
}

async function list(folder: string, within: string, depth: number, found: NoteFolder): Promise<void> {
  const entries = await readdir(join(folder, within), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (within === '')
        throw refusedFolder(folder, error.code === 'ENOENT' ? 'it is not there' : diskReason(error))
      tell(found, within, `cannot be read: ${diskReason(error)}`)
      return []
    },
  )
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    if (entry.name.startsWith('.')) continue
    if (entry.isSymbolicLink()) tell(found, path, 'is a link, which is not followed')
    else if (entry.isDirectory()) {
      if (depth === deepest) tell(found, path, `lies more than ${deepest} folders deep`)
      else await list(folder, path, depth + 1, found)
    } else if (!entry.isFile()) tell(found, path, 'is no file')
    else {
      if (found.notes.length + found.others.length === mostFiles)
        throw refusedFolder(folder, `it holds more than ${mostFiles.toLocaleString('en')} files`)
      const isNote = /\.(?:md|markdown)$/i.test(entry.name)
      const into = isNote ? found.notes : found.others
      into.push(path)
    }
  }
}

function tell({ problems }: NoteFolder, file: string, what: string): void {
  problems.push({ file, message: `“${file}” ${what}. It was not taken in.` })
}

function refusedFolder(folder: string, why: string): RequestProblem {
  return new RequestProblem(
    'unreadable',
    `No notes were imported from ${folder}: ${why}. Nothing was changed; choose the folder of an Obsidian vault or a Joplin export.`,
  )
}
