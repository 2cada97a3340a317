// The ids of records that were deleted for good, so that none is ever used again.
import { join } from 'node:path'
import { Low } from 'lowdb'
import * as z from 'zod'
import { type Disk, DurableFile, replaceDurably } from './durable-file.ts'
import { coverOf, type Seal, sealContext } from './seal.ts'

const retired = z.strictObject({ schema: z.literal(1), ids: z.array(z.string()) })

type Retired = z.infer<typeof retired>

function file(folder: string, seal: Seal, disk?: Disk): Low<Retired> {
  const path = join(folder, 'trash', 'retired-ids.json')
  const put = (to: string, bytes: Uint8Array) => replaceDurably(to, bytes, disk)
  const cover = coverOf(seal, sealContext.retiredIds)
  const adapter = new DurableFile<Retired>(path, stored => retired.parse(stored), cover, put)
  return new Low(adapter, { schema: 1, ids: [] })
}

/** None where the list is missing or damaged: an id may then be used again, and nothing else is lost. */
export async function readRetiredIds(folder: string, seal: Seal): Promise<readonly string[]> {
  const stored = file(folder, seal)
  await stored.read().catch(() => undefined)
  return stored.data.ids
}

export async function retireIds(
  folder: string,
  ids: readonly string[],
  seal: Seal,
  disk: Disk,
): Promise<void> {
  const stored = file(folder, seal, disk)
  await stored.read().catch(() => undefined)
  stored.data = { schema: 1, ids: [...new Set([...stored.data.ids, ...ids])].sort() }
  await stored.write()
}
