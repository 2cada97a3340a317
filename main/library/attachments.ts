// Original files, kept by content: which of them nothing refers to any more.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Source } from '../../shared/model/records.ts'
import type { SourceSummary } from '../../shared/requests.ts'
import type { History } from './history.ts'
import { namesIn } from './library-folder.ts'
import type { Seal } from './seal.ts'

/**
 * The paths of attachments that no source refers to, in any of its versions. None while a source lies in the trash or
 * was set aside, which may refer to any of them.
 */
export async function attachmentsToPurge(
  folder: string,
  sources: readonly SourceSummary[],
  history: History,
  seal: Seal,
  now: Date,
): Promise<string[]> {
  for (const place of ['trash', 'set-aside']) {
    if ((await namesIn(join(folder, place, 'sources'))).length > 0) return []
  }
  // A source that is not open here, newer or just synced, may refer to any of them too.
  const open = new Set(sources.map(({ id }) => `${seal.nameOf(id)}.json`))
  const files = (await namesIn(join(folder, 'sources'))).filter(name => name.endsWith('.json'))
  if (files.some(name => !open.has(name))) return []
  const names = await oldNamesIn(join(folder, 'attachments'), now)
  const used = new Set<string>()
  for (const source of sources) {
    if (source.attachment) used.add(seal.attachmentNameOf(source.attachment.sha256))
    for (const at of await history.list(source.id)) {
      const version = await history.read('sources', source.id, at).catch(() => null)
      // A version that cannot be read may refer to any.
      if (!version) return []
      const { attachment } = version as Source
      if (attachment) used.add(seal.attachmentNameOf(attachment.sha256))
    }
  }
  return names
    .filter(name => /^[0-9a-f]{64}$/.test(name) && !used.has(name))
    .map(name => join(folder, 'attachments', name))
}

/** Names of files that are an hour old: a younger one may belong to a source that is just being added. */
async function oldNamesIn(folder: string, now: Date): Promise<string[]> {
  const old: string[] = []
  for (const name of await namesIn(folder)) {
    const stats = await stat(join(folder, name)).catch(() => null)
    if (stats && now.getTime() - stats.mtimeMs > 60 * 60_000) old.push(name)
  }
  return old
}
