// Original files, kept by content: which of them nothing refers to any more.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceSummary } from '../../shared/answers.ts'
import type { AnyRecord, Brief, Source } from '../../shared/model/records.ts'
import { attachmentsIn } from '../../shared/references/attachment-links.ts'
import type { History } from './history.ts'
import { namesIn } from './library-folder.ts'
import type { RecordFiles } from './record-files.ts'
import type { Seal } from './seal.ts'

/**
 * The paths of attachments that no source or brief refers to, in any of its versions. None while one of them lies in the
 * trash or was set aside, or while text of a brief is not saved, which may refer to any of them.
 */
export async function attachmentsToPurge(
  folder: string,
  sources: readonly SourceSummary[],
  briefs: readonly { id: string }[],
  files: RecordFiles,
  history: History,
  seal: Seal,
  now: Date,
): Promise<string[]> {
  for (const place of ['trash', 'set-aside']) {
    for (const kind of ['sources', 'briefs'])
      if ((await namesIn(join(folder, place, kind))).length > 0) return []
  }
  if ((await namesIn(join(folder, 'drafts'))).some(name => name.endsWith('.json'))) return []
  // A record that is not open here, newer or just synced, may refer to any of them too.
  const open = new Set([...sources, ...briefs].map(({ id }) => `${seal.nameOf(id)}.json`))
  for (const kind of ['sources', 'briefs']) {
    const there = (await namesIn(join(folder, kind))).filter(name => name.endsWith('.json'))
    if (there.some(name => !open.has(name))) return []
  }
  const names = await oldNamesIn(join(folder, 'attachments'), now)
  const used = new Set<string>()
  for (const source of sources) {
    const keep = (kept: { sha256: string }) => used.add(seal.attachmentNameOf(kept.sha256))
    for (const kept of filesOf(source)) keep(kept)
    for (const at of await history.list(source.id)) {
      const version = await history.read('sources', source.id, at).catch(() => null)
      // A version that cannot be read may refer to any.
      if (!version) return []
      for (const kept of filesOf(version as Source)) keep(kept)
    }
  }
  for (const { id } of briefs) {
    const bodies: (string | null)[] = [await files.read('briefs', id).then(bodyOf, () => null)]
    for (const at of await history.list(id))
      bodies.push(
        await history.read('briefs', id, at).then(
          record => bodyOf({ record }),
          () => null,
        ),
      )
    for (const body of bodies) {
      // What cannot be read may refer to any.
      if (body === null) return []
      for (const { sha256 } of attachmentsIn(body)) used.add(seal.attachmentNameOf(sha256))
    }
  }
  return names
    .filter(name => /^[0-9a-f]{64}$/.test(name) && !used.has(name))
    .map(name => join(folder, 'attachments', name))
}

/** The files that belong to a source: its original, and the pictures that came with it. */
function filesOf({ attachment, images }: Pick<Source, 'attachment' | 'images'>): { sha256: string }[] {
  return attachment ? [attachment, ...images] : images
}

function bodyOf(read: { record: AnyRecord } | null): string | null {
  return read && (read.record as Brief).body
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
