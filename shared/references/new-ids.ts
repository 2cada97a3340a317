// Records under other ids than those they came with, and every reference among them led there.
import type { FoundRecord } from '../model/records.ts'
import { parseReferences } from './parse-references.ts'

/** New ids by old ones; an id that is not in it stays. */
export type NewIds = ReadonlyMap<string, string>

/** A record under its new id, with its place in a source and the references of its text led to new ids. */
export function withNewIds(found: FoundRecord, ids: NewIds): FoundRecord {
  if (ids.size === 0) return found
  const { collection, record } = found
  const id = ids.get(record.id) ?? record.id
  if (collection === 'briefs') {
    const answers = record.answers.map(answer => {
      const evidence = answer.evidence && (ids.get(answer.evidence) ?? answer.evidence)
      return { ...answer, evidence }
    })
    return { collection, record: { ...record, id, body: withReferences(record.body, ids), answers } }
  }
  if (collection === 'sources') return { collection, record: { ...record, id } }
  if (collection === 'people') return { collection, record: { ...record, id } }
  const { anchor } = record
  const moved = anchor && { ...anchor, source: ids.get(anchor.source) ?? anchor.source }
  const person =
    'person' in record && record.person ? { person: ids.get(record.person) ?? record.person } : {}
  const decision =
    'decision' in record && record.decision
      ? { decision: { ...record.decision, brief: ids.get(record.decision.brief) ?? record.decision.brief } }
      : {}
  return { collection, record: { ...record, id, anchor: moved, ...person, ...decision } } as FoundRecord
}

/** A text with its references led to new ids. */
export function withReferences(body: string, ids: NewIds): string {
  let text = body
  // From the end, so that the places before stay where they are.
  for (const { id, start, end } of parseReferences(body).reverse()) {
    const renamed = ids.get(id)
    const at = text.slice(start, end).lastIndexOf(`#${id}`)
    if (renamed === undefined || at === -1) continue
    const from = start + at + 1
    text = text.slice(0, from) + renamed + text.slice(from + id.length)
  }
  return text
}
