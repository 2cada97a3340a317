import type { Collection, RecordTypes } from '../../shared/model/records.ts'

/** What a save of several records does to one of them: null moves it to the trash. */
export type Change = {
  [C in Collection]: { collection: C; id: string; after: RecordTypes[C] | null }
}[Collection]
