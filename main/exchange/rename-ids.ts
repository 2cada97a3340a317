// Records under other ids than those they came with, and every reference among them led there.
import { isDeepStrictEqual } from 'node:util'
import type { FoundRecord } from '../../shared/model/records.ts'
import { parseReferences } from '../../shared/references/parse-references.ts'

/** New ids by old ones; an id that is not in it stays. */
export type NewIds = ReadonlyMap<string, string>

/** A record under its new id, with its place in a source and the references of its text led to new ids. */
export function withNewIds(found: FoundRecord, ids: NewIds): FoundRecord {
  if (ids.size === 0) return found
  const { collection, record } = found
  const id = ids.get(record.id) ?? record.id
  if (collection === 'briefs') {
    return { collection, record: { ...record, id, body: withReferences(record.body, ids) } }
  }
  if (collection === 'sources') return { collection, record: { ...record, id } }
  if (collection === 'people') return { collection, record: { ...record, id } }
  const { anchor } = record
  const moved = anchor && { ...anchor, source: ids.get(anchor.source) ?? anchor.source }
  const person =
    'person' in record && record.person ? { person: ids.get(record.person) ?? record.person } : {}
  return { collection, record: { ...record, id, anchor: moved, ...person } } as FoundRecord
}

function withReferences(body: string, ids: NewIds): string {
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

/** Whether two states of a record say the same; when they were saved is not compared. */
export function isSameState(one: FoundRecord, other: FoundRecord): boolean {
  const timeless = ({ collection, record }: FoundRecord) => ({ collection, ...record, updatedAt: '' })
  return isDeepStrictEqual(timeless(one), timeless(other))
}

/** The same, whichever number the ids have that briefs link other briefs by: new ids are given one by one. */
export function isSameButForLinks(one: FoundRecord, other: FoundRecord): boolean {
  return isSameState(withoutBriefLinks(one), withoutBriefLinks(other))
}

function withoutBriefLinks(found: FoundRecord): FoundRecord {
  if (found.collection !== 'briefs') return found
  const links = parseReferences(found.record.body).filter(({ kind }) => kind === 'brief')
  const body = withReferences(
    found.record.body,
    new Map(links.map(({ id }) => [id, id.replace(/-\d+$/, '')])),
  )
  return { ...found, record: { ...found.record, body } }
}
