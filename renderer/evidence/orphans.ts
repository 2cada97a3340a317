// Evidence whose exact words no longer stand at its place.
import { signal } from '@preact/signals'
import { request } from '../bridge/bridge.ts'
import { publish } from '../history/history-actions.ts'
import { collectionOf, type EvidenceItem } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'

/** The ids of such evidence in the whole library, when that was last looked up. */
export const orphans = signal<ReadonlySet<string>>(new Set())

/** Looks them up anew. */
export async function readOrphans(): Promise<void> {
  const result = await request('evidence.orphaned', {})
  if (result.ok) orphans.value = new Set(result.value.ids)
}

/** Moves evidence to a place of its source that a person chose. */
export async function moveEvidence(
  { kind, record }: EvidenceItem,
  { start, end }: { start: number; end: number },
): Promise<void> {
  const { id, updatedAt: since, anchor } = record
  if (!anchor) return
  const place = { source: anchor.source, start, end }
  const result = await request(`${kind}.set`, { id, place, fields: {}, since })
  if (!result.ok) return tell('problem', result.problem.message)
  publish({ collection: collectionOf[kind], record: result.value } as Parameters<typeof publish>[0])
  orphans.value = new Set([...orphans.value].filter(orphan => orphan !== id))
  tell('info', strings.evidence.lostMoved)
}
