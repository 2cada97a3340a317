// Finding what a reference links.
import type { SourceSummary } from '../answers.ts'
import type { Brief, Evidence, Person, Source } from '../model/records.ts'
import type { LinkedEvidence } from './record-form.ts'
import type { Reference } from './reference.ts'

/** A source as a reference needs it: its text may be left out. */
export type LinkedSource = SourceSummary & Partial<Pick<Source, 'text' | 'pages'>>
export type LinkedBrief = Pick<Brief, 'id' | 'title'>
export type LinkedPerson = Pick<Person, 'id' | 'name' | 'role' | 'organisation'> &
  Partial<Pick<Person, 'aliases'>>

/** Evidence, with the people that a text may name beside it; without any, references to people lead nowhere. */
export type EvidenceAndPeople = Evidence & { people?: readonly LinkedPerson[] }

export type Linked =
  | (LinkedEvidence & { source: LinkedSource | null })
  | { kind: 'source'; record: LinkedSource; source: LinkedSource }
  | { kind: 'person'; record: LinkedPerson; source: null }
  | { kind: 'brief'; record: LinkedBrief; source: null }

/** Answers for each reference with its record and the source behind it; null where it dangles. */
export type ReferenceResolver = (reference: Pick<Reference, 'kind' | 'id'>) => Linked | null

/** A resolver over records; ids are unique in a library, so a record of another kind is no answer. */
export function referenceResolver(records: {
  evidence: EvidenceAndPeople
  sources: readonly LinkedSource[]
  briefs?: readonly LinkedBrief[]
}): ReferenceResolver {
  const { evidence, sources, briefs = [] } = records
  const sourceOf = byId(sources)
  const quotes = byId(evidence.quotes)
  const figures = byId(evidence.figures)
  const events = byId(evidence.events)
  const people = byId(evidence.people ?? [])
  const briefOf = byId(briefs)
  const behind = (record: Evidence[keyof Evidence][number]) =>
    (record.anchor && sourceOf.get(record.anchor.source)) ?? null

  return ({ kind, id }) => {
    switch (kind) {
      case 'quote': {
        const record = quotes.get(id)
        return record ? { kind, record, source: behind(record) } : null
      }
      case 'figure': {
        const record = figures.get(id)
        return record ? { kind, record, source: behind(record) } : null
      }
      case 'event': {
        const record = events.get(id)
        return record ? { kind, record, source: behind(record) } : null
      }
      case 'source': {
        const record = sourceOf.get(id)
        return record ? { kind, record, source: record } : null
      }
      case 'brief': {
        const record = briefOf.get(id)
        return record ? { kind, record, source: null } : null
      }
      case 'person': {
        const record = people.get(id)
        return record ? { kind, record, source: null } : null
      }
    }
  }
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map(record => [record.id, record]))
}
