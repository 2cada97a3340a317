// The own form of a record: what a reference shows when its label is empty.
import { formatEdtf } from '../dates/format-edtf.ts'
import type { Event, Figure, Quote } from '../model/records.ts'
import { formatFigure } from './format-figure.ts'

/** Everything that evidence can be, with the kind of reference that links it. */
export type LinkedEvidence =
  | { kind: 'quote'; record: Quote }
  | { kind: 'figure'; record: Figure }
  | { kind: 'event'; record: Event }

/** Who said a quote: name, role, organisation. What only repeats the name, as with "the chancellor", is left out. */
export function attributionOf({ speaker, role, organisation }: Quote): string[] {
  const isNew = (part: string | null) => part !== null && part.toLowerCase() !== speaker.toLowerCase()
  return [speaker, ...[role, organisation].filter(isNew)].filter(part => part !== null)
}

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
