// What an open library is made of, as its rooms share it.

import type { SetAsideFile } from '../../shared/answers.ts'
import type { AnyRecord, Collection } from '../../shared/model/records.ts'
import type { BackUpLibrary } from './backup.ts'
import type { Disk } from './durable-file.ts'
import type { History } from './history.ts'
import type { UsedIds } from './ids.ts'
import type { LibrarySettings } from './library-file.ts'
import type { LibraryLock } from './lock.ts'
import type { OpenRecords } from './open-records.ts'
import type { WhyReadOnly } from './read-only.ts'
import type { RecordFiles } from './record-files.ts'
import type { RecordIndex } from './record-index.ts'
import type { RecordQueue } from './record-queue.ts'
import type { Seal } from './seal.ts'

export type Writing = { lock: LibraryLock; why: null } | { lock: null; why: WhyReadOnly }

/** A state that a save which was cut off leads to, where it may not be carried out; null where it deletes. */
export type Meant = { collection: Collection; id: string; record: AnyRecord | null }

export type OpenedParts = {
  folder: string
  name: string
  settings: LibrarySettings
  writing: Writing
  index: RecordIndex
  queue: RecordQueue
  /** The comparison of the index with the files, which may still go on. */
  check: { done: Promise<boolean>; stop: () => void }
  /** States that are seen instead of what the files hold. */
  meant: readonly Meant[]
  /** Read when somebody first asks. */
  usedIds: () => Promise<UsedIds>
  unreadable: readonly SetAsideFile[]
  files: RecordFiles
  history: History
  disk: Disk
  seal: Seal
  now: () => Date
  backUpLibrary: BackUpLibrary
}

export type LibraryParts = OpenedParts & { records: OpenRecords }
