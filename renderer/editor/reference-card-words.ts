// What the card of a reference says of its record.

import type { LibraryLists } from '../../shared/answers.ts'
import { attributionOf } from '../../shared/references/record-form.ts'
import type { ReferenceKind } from '../../shared/references/reference.ts'
import { dateOf, detailOf, headOf, isUnfinished } from '../evidence/evidence-words.ts'
import { type EvidenceItem, findEvidence } from '../state/lists.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'

/** `details` are who, where and when; `source` is the source's title, publisher and date, null for what needs none. */
export type CardWords = {
  head: string
  details: string[]
  source: string | null
  /** Whether it is evidence that still wants its source. */
  isUnfinished: boolean
}

const longest = 400

/** Null where no record of that kind has the id. */
export function cardWords(lists: LibraryLists, kind: ReferenceKind, id: string): CardWords | null {
  if (kind === 'source') {
    const record = lists.sources.find(source => source.id === id)
    return record
      ? plain(record.title, [record.publisher, record.publishedOn && dateInWords(record.publishedOn)])
      : null
  }
  if (kind === 'brief') {
    const record = lists.briefs.find(brief => brief.id === id)
    return record ? plain(record.title, [record.date && dateInWords(record.date)]) : null
  }
  if (kind === 'person') {
    const record = lists.people.find(person => person.id === id)
    return record ? plain(record.name, [record.role, record.organisation]) : null
  }
  const item = findEvidence(lists, id)
  return item?.kind === kind ? ofEvidence(lists, item) : null
}

function ofEvidence(lists: LibraryLists, item: EvidenceItem): CardWords {
  const source = lists.sources.find(({ id }) => id === item.record.anchor?.source)
  const { title, publisher, publishedOn } = source ?? {}
  return {
    ...plain(headOf(item), detailsOf(item)),
    source: source ? present([title, publisher, publishedOn && dateInWords(publishedOn)]).join(' · ') : null,
    isUnfinished: isUnfinished(item),
  }
}

function detailsOf(item: EvidenceItem): (string | null)[] {
  if (item.kind === 'quote') return [attributionOf(item.record).join(', '), dateOf(item)]
  if (item.kind === 'figure') return [detailOf(item), dateOf(item)]
  return [dateOf(item), item.record.place, item.record.participants.join(', '), detailOf(item)]
}

function plain(head: string, details: (string | null)[]): CardWords {
  return { head: cut(head), details: present(details), source: null, isUnfinished: false }
}

function present(words: (string | null | undefined)[]): string[] {
  return words.filter(part => part !== null && part !== undefined && part !== '') as string[]
}

function cut(words: string): string {
  return words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words
}
