// Evidence in a few words, for lists, the picker and labels.

import { formatFigure } from '../../shared/references/format-figure.ts'
import { attributionOf } from '../../shared/references/record-form.ts'
import type { EvidenceItem } from '../state/lists.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'

/** What stands first: a quote's words, a figure's value, an event's title. */
export function headOf({ kind, record }: EvidenceItem): string {
  if (kind === 'quote') return `“${record.text}”`
  if (kind === 'figure') return formatFigure(record)
  return record.title
}

/** What stands under it: who spoke, what is measured, when. */
export function detailOf({ kind, record }: EvidenceItem): string {
  if (kind === 'quote') return attributionOf(record).join(', ')
  if (kind === 'figure') return record.measures
  return record.status === 'expected' ? 'Expected' : 'Occurred'
}

/** The date it is of, in words; empty where nobody said. */
export function dateOf({ kind, record }: EvidenceItem): string {
  const edtf = kind === 'quote' ? record.saidOn : kind === 'figure' ? record.asOf : record.when
  if (edtf === null) return ''
  return kind === 'figure' ? `as of ${dateInWords(edtf)}` : dateInWords(edtf)
}

/** Everything a search should look at. */
export function searchTextOf(item: EvidenceItem): string {
  return [headOf(item), detailOf(item), dateOf(item), item.record.id, ...item.record.tags].join(' ')
}

/** The name of a record in a sentence. */
export function nameOf(item: EvidenceItem): string {
  const name = item.kind === 'quote' ? item.record.text : headOf(item)
  return name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name
}

/** Whether nothing on file backs it yet. A decision came back on an issued version, which is. */
export function isUnfinished({ kind, record }: EvidenceItem): boolean {
  return record.anchor === null && !(kind === 'event' && record.decision !== null)
}
