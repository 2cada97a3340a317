// Which ids records had before they were renamed: none of them becomes another record's, and a record may have its own back.
import { join } from 'node:path'
import { Low } from 'lowdb'
import * as z from 'zod'
import { id } from '../../shared/model/v1/fields.ts'
import type { NewIds } from '../../shared/references/new-ids.ts'
import { type Disk, DurableFile, replaceDurably } from './durable-file.ts'
import { coverOf, type Seal, sealContext } from './seal.ts'

const renamed = z.strictObject({
  schema: z.literal(1),
  /** In the order of the renamings. */
  renamed: z.array(
    z.strictObject({
      from: id,
      to: id,
      /** That what had the first id was merged into what has the second: it lies in the trash, and may come back. */
      isMerge: z.literal(true).optional(),
    }),
  ),
})

type Renamed = z.infer<typeof renamed>
export type Renaming = Renamed['renamed'][number]

function file(folder: string, seal: Seal, disk?: Disk): Low<Renamed> {
  const path = join(folder, 'trash', 'renamed-ids.json')
  const put = (to: string, bytes: Uint8Array) => replaceDurably(to, bytes, disk)
  const cover = coverOf(seal, sealContext.renamedIds)
  const adapter = new DurableFile<Renamed>(path, stored => renamed.parse(stored), cover, put)
  return new Low(adapter, { schema: 1, renamed: [] })
}

/** None where the list is missing or damaged: a record may then not have an earlier id back, and nothing else is lost. */
export async function readRenamedIds(folder: string, seal: Seal): Promise<readonly Renaming[]> {
  const stored = file(folder, seal)
  await stored.read().catch(() => undefined)
  return stored.data.renamed
}

export async function noteRenamed(folder: string, renaming: Renaming, seal: Seal, disk: Disk): Promise<void> {
  const stored = file(folder, seal, disk)
  await stored.read().catch(() => undefined)
  stored.data = { schema: 1, renamed: [...stored.data.renamed, renaming] }
  await stored.write()
}

/** The renamings alone: what was merged into something else is not that under another id. */
export function withoutMerges(renamings: readonly Renaming[]): Renaming[] {
  return renamings.filter(({ isMerge }) => isMerge === undefined)
}

/** What each earlier id is called now, and what stands for those that were merged. */
export function newestIds(renamings: readonly Renaming[]): NewIds {
  const ids = new Map<string, string>()
  for (const { from, to } of renamings) {
    for (const [earlier, now] of ids) if (now === from) ids.set(earlier, to)
    ids.set(from, to)
    ids.delete(to)
  }
  return ids
}
