// Original files, kept by content: which of them nothing refers to any more.
import { join } from 'node:path'
import type { Source } from '../../shared/model/records.ts'
import type { History } from './history.ts'
import { namesIn } from './library-folder.ts'

/**
 * The paths of attachments that no source refers to, in any of its versions. None while a source lies in the trash or
 * was set aside, which may refer to any of them.
 */
export async function attachmentsToPurge(
  folder: string,
  sources: readonly Source[],
  history: History,
): Promise<string[]> {
  for (const place of ['trash', 'set-aside']) {
    if ((await namesIn(join(folder, place, 'sources'))).length > 0) return []
  }
  const used = new Set<string>()
  for (const source of sources) {
    if (source.attachment) used.add(source.attachment.sha256)
    for (const at of await history.list(source.id)) {
      const version = await history.read('sources', source.id, at).catch(() => null)
      // A version that cannot be read may refer to any.
      if (!version) return []
      const { attachment } = version as Source
      if (attachment) used.add(attachment.sha256)
    }
  }
  const names = await namesIn(join(folder, 'attachments'))
  return names
    .filter(name => /^[0-9a-f]{64}$/.test(name) && !used.has(name))
    .map(name => join(folder, 'attachments', name))
}
