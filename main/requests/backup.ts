import { fileTime } from '../library/folders.ts'
import { slugOf } from '../library/ids.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import type { Ports } from './ports.ts'

/** The whole library in one file, where a person wants it. */
export function backupRequests(library: Library, { dialogs, now }: Ports): Pick<Handlers, 'backup.make'> {
  return {
    'backup.make': async () => {
      const day = fileTime.of(now().toISOString()).slice(0, 10)
      const file = await dialogs.chooseBackup(`${slugOf(library.describe().name)}-${day}.zip`)
      return file === null ? null : library.backUp(file)
    },
  }
}
