// What the picker puts into the text for a record. Pure.

import type { BriefSummary, SourceSummary } from '../../shared/answers.ts'
import type { Person } from '../../shared/model/records.ts'
import { formatReference } from '../../shared/references/reference.ts'
import type { EvidenceItem } from '../state/lists.ts'

export type Linkable =
  | EvidenceItem
  | { kind: 'source'; record: SourceSummary }
  | { kind: 'person'; record: Person }
  | { kind: 'brief'; record: BriefSummary }

/**
 * The Markdown that links a record. A quote alone on its line stands as a block; everything else stands in the
 * sentence. The label stays empty, so that the brief shows what the record says now, also after it was corrected.
 */
export function referenceTo(item: Linkable, isAloneOnLine: boolean): string {
  const { kind, record } = item
  return formatReference({ kind, id: record.id, label: '', block: kind === 'quote' && isAloneOnLine })
}

/** The query of a link being typed at the end of a line's text: after `@` or `[[`. Null where none is. */
export function linkQuery(before: string): { from: number; query: string } | null {
  const match = /(?:^|[\s(“"'‘[—–-])(@|\[\[)([^@[\]{}\n]{0,60})$/.exec(before)
  if (!match) return null
  const [, opening = '', query = ''] = match
  // A space right after the sign is prose: "@ 5 %".
  return /^\s/.test(query) ? null : { from: before.length - query.length - opening.length, query }
}
