// What the finder answers with.
import type { Event, Figure } from '../model/records.ts'

/** A range of UTF-16 code units of the text as given, end exclusive; `text` is that slice. */
export type Span = { start: number; end: number; text: string }

type Found = Span & {
  /** From 0 to 1. */
  confidence: number
  /** The name of the rule that found it. */
  rule: string
}

/** A quoted run; the span has the words without their marks. */
export type SuggestedQuote = Found & {
  /** The fullest name the text has for who said it. */
  speaker: string
  role: string | null
  organisation: string | null
  /** The reporting verb as it stands. */
  cue: string | null
}

/** An amount, a percentage or a count; value and upper are decimal strings in base units. */
export type SuggestedFigure = Found & {
  value: string
  upper: string | null
  /** An ISO 4217 code, `%`, `pp`, `bps` or the singular noun of what is counted. */
  unit: string
  qualifier: Figure['qualifier']
  scale: Figure['scale']
  /** What is measured, in the text's own words. */
  label: string
  /** EDTF; null where the text does not say. */
  asOf: string | null
}

/** A dated happening; the span is the expression of time. */
export type SuggestedEvent = Found & {
  sentence: { start: number; end: number }
  /** EDTF; null where the expression is relative and the text has no date. */
  when: string | null
  status: Event['status']
  /** What happens, from the sentence. */
  title: string
}

/** A person or an organisation where the text names it; the span is the name as it stands there. */
export type SuggestedPerson = Found & {
  /** The fullest name the text has for it. */
  name: string
  kind: 'person' | 'organisation'
  role: string | null
  organisation: string | null
}

/** Everything found in one text, each list in the order of the text. */
export type Suggestions = {
  quotes: SuggestedQuote[]
  figures: SuggestedFigure[]
  events: SuggestedEvent[]
  people: SuggestedPerson[]
}
