// Whether two states of a record, one from here and one from an export, say the same.
import { isDeepStrictEqual } from 'node:util'
import type { FoundRecord } from '../../shared/model/records.ts'
import { withReferences } from '../../shared/references/new-ids.ts'
import { parseReferences } from '../../shared/references/parse-references.ts'

/** Whether two states of a record say the same; when they were saved is not compared. */
export function isSameState(one: FoundRecord, other: FoundRecord): boolean {
  const timeless = ({ collection, record }: FoundRecord) => ({ collection, ...record, updatedAt: '' })
  return isDeepStrictEqual(timeless(one), timeless(other))
}

/** The same, whichever number the ids have that briefs and decisions link briefs by: new ids are given one by one. */
export function isSameButForLinks(one: FoundRecord, other: FoundRecord): boolean {
  return isSameState(withoutBriefLinks(one), withoutBriefLinks(other))
}

function withoutBriefLinks(found: FoundRecord): FoundRecord {
  if (found.collection === 'events' && found.record.decision) {
    const { decision } = found.record
    return {
      ...found,
      record: { ...found.record, decision: { ...decision, brief: unnumbered(decision.brief) } },
    }
  }
  if (found.collection !== 'briefs') return found
  const links = parseReferences(found.record.body).filter(({ kind }) => kind === 'brief')
  const body = withReferences(found.record.body, new Map(links.map(({ id }) => [id, unnumbered(id)])))
  return { ...found, record: { ...found.record, body } }
}

function unnumbered(id: string): string {
  return id.replace(/-\d+$/, '')
}
