// What could not be read, at this start and before, and what became of it.
import { resolve, sep } from 'node:path'
import type { RecoveredFile } from '../../shared/answers.ts'
import { RequestProblem } from '../../shared/result.ts'
import { conflictCopyOf } from '../library/conflict-copies.ts'
import type { Library } from '../library/library.ts'
import { recordOf, setAsideFiles } from '../library/set-aside-files.ts'
import type { Handlers } from './answer.ts'
import type { Ports } from './ports.ts'

export function recoveryRequests(
  library: Library,
  { backups, showFile }: Ports,
): Pick<Handlers, 'recovery.list' | 'file.show'> {
  return {
    'recovery.list': async () => {
      const found = library.describe().setAside
      const now = await Promise.all(
        found.map(async each => ({ ...each, at: null, record: await presentRecord(each.file) })),
      )
      const isNew = new Set(found.map(({ keptAs }) => keptAs))
      const before = (await setAsideFiles(library.folder)).filter(({ path }) => !isNew.has(path))
      const earlier = await Promise.all(
        before.map(async ({ path, was, at }) => ({
          file: was,
          keptAs: path,
          reason: null,
          replacedBy: null,
          at,
          record: await presentRecord(was),
        })),
      )
      return { found: now, earlier }
    },
    'file.show': async ({ file }) => {
      const path = resolve(file)
      const folder = resolve(library.folder)
      const places = [
        `${folder}${sep}`,
        `${folder}.before-restore-`,
        `${(await backups.place()).folder}${sep}`,
      ]
      if (!places.some(place => path.startsWith(place))) {
        throw new RequestProblem('refused', `${path} is none of the library’s files. Nothing was done.`)
      }
      showFile(path)
      return null
    },
  }

  /** The record that stands now where a file could not be read; null where there is none. */
  async function presentRecord(file: string): Promise<RecoveredFile['record']> {
    const named = recordOf(library.folder, file)
    if (!named) return null
    const id = library.idOfName(conflictCopyOf(named.name)?.id ?? named.name)
    if (id === null) return null
    try {
      const { collection, record } = await library.find(id)
      return { collection, id, title: 'title' in record ? record.title : id }
    } catch {
      return null
    }
  }
}
