// What a change of several pieces of evidence does to each of them. Pure.
import type { Person } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import type { EvidenceItem } from '../state/lists.ts'

/** What is said for all of them; empty text and null leave what is there. */
export type SeveralChange = {
  addTags: readonly string[]
  removeTags: ReadonlySet<string>
  speaker: string
  /** The person of the library whom that names. */
  person: Person | null
  marking: string
}

type Changes = RequestInput<'evidence.change'>['changes']
type Fields = Changes[number]['fields']

/** The changes that do something, and those that take them back. */
export function changesOf(
  items: readonly EvidenceItem[],
  change: SeveralChange,
): { changes: Changes; undo: Changes } {
  const changes: Changes = []
  const undo: Changes = []
  for (const item of items) {
    const fields = fieldsOf(item, change)
    const before = Object.fromEntries(
      Object.keys(fields).map(field => [field, (item.record as Record<string, unknown>)[field]]),
    )
    if (JSON.stringify(fields) === JSON.stringify(before)) continue
    changes.push({ id: item.record.id, fields })
    undo.push({ id: item.record.id, fields: before as Fields })
  }
  return { changes, undo }
}

function fieldsOf(item: EvidenceItem, change: SeveralChange): Fields {
  const { addTags, removeTags, speaker, person, marking } = change
  const { record } = item
  const fields: Fields = {}
  if (addTags.length > 0 || removeTags.size > 0)
    fields.tags = [...new Set([...record.tags.filter(tag => !removeTags.has(tag)), ...addTags])]
  if (marking !== '') fields.marking = marking
  if (speaker !== '' && item.kind === 'quote') {
    fields.speaker = person?.name ?? speaker
    fields.person = person?.id ?? null
    // What somebody was when they said it stays.
    fields.role = item.record.role ?? person?.role ?? null
    fields.organisation = item.record.organisation ?? person?.organisation ?? null
  }
  return fields
}

/** The tags that any of them has, with how many have it, most first. */
export function tagsOf(items: readonly EvidenceItem[]): { tag: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { record } of items) for (const tag of record.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((one, other) => other.count - one.count || one.tag.localeCompare(other.tag))
}
