// The own form of a record: what a reference shows when its label is empty.
import { formatEdtf } from '../dates/format-edtf.ts'
import type { Event, Figure, Quote } from '../model/records.ts'
import { formatFigure } from './format-figure.ts'

/** Everything that evidence can be, with the kind of reference that links it. */
export type LinkedEvidence =
  | { kind: 'quote'; record: Quote }
  | { kind: 'figure'; record: Figure }
  | { kind: 'event'; record: Event }

/** A quote's words in quotation marks, a figure's number with its unit, an event's date in words. */
export function recordForm(evidence: LinkedEvidence): string {
  switch (evidence.kind) {
    case 'quote':
      return `“${evidence.record.text.replace(/\s+/g, ' ').trim()}”`
    case 'figure':
      return formatFigure(evidence.record)
    case 'event':
      return formatEdtf(evidence.record.when)
  }
}
