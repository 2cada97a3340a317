// What a reference with an empty label shows of its record.

import type { LibraryLists } from '../../shared/answers.ts'
import { recordForm } from '../../shared/references/record-form.ts'
import { type ReferenceKind, referenceKinds } from '../../shared/references/reference.ts'
import { detailOf, isUnfinished } from '../evidence/evidence-words.ts'
import { findEvidence, recordOf } from '../state/lists.ts'

/** The record's own form, whose it is, and whether it still wants its source; null where no record of that kind has the id. */
export function shownRecord(
  lists: LibraryLists,
  kind: ReferenceKind,
  id: string,
): { label: string; attribution: string; isUnfinished?: boolean } | null {
  if (kind === 'source') {
    const record = recordOf(lists.sources, id)
    return record ? { label: record.title, attribution: record.publisher ?? '' } : null
  }
  if (kind === 'brief') {
    // This list is a new one with every save: looking through it once is less than knowing it by ids.
    const record = lists.briefs.find(brief => brief.id === id)
    return record ? { label: record.title, attribution: '' } : null
  }
  if (kind === 'person') {
    const record = recordOf(lists.people, id)
    return record ? { label: record.name, attribution: record.role ?? '' } : null
  }
  const item = findEvidence(lists, id)
  if (item?.kind !== kind) return null
  return {
    label: recordForm(item),
    attribution: item.kind === 'event' ? item.record.title : detailOf(item),
    isUnfinished: isUnfinished(item),
  }
}

/** The kind of what has an id, and its own form; null where nothing has it. */
export function recordOfId(lists: LibraryLists, id: string): { kind: ReferenceKind; label: string } | null {
  for (const kind of referenceKinds) {
    const shown = shownRecord(lists, kind, id)
    if (shown) return { kind, label: shown.label }
  }
  return null
}

const unlabelled = new RegExp(String.raw`::?(${referenceKinds.join('|')})(?:\[\])?\{#([^}\s]*)\}`, 'g')
const marks = new RegExp(String.raw`\{#[^}\s]*\}|::?(?:${referenceKinds.join('|')})\b`, 'g')

/** How many words a text has as it is read: with those of the records that it shows, without marks and comments. */
export function countWords(markdown: string, lists: LibraryLists): number {
  const prose = markdown
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(unlabelled, (_, kind: ReferenceKind, id: string) => shownRecord(lists, kind, id)?.label ?? ' ')
    .replace(marks, ' ')
  return prose.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0
}
