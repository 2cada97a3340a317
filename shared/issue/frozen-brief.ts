// What an issued version holds, whole and as it was.
import type { Template } from '../brief/template.ts'
import type { Brief, Event, Figure, Person, Quote, Source } from '../model/records.ts'

/** A brief with everything it used, as it was at one moment: when it was issued, or now. */
export type FrozenBrief = {
  brief: Brief
  template: Template
  evidence: { quotes: Quote[]; figures: Figure[]; events: Event[]; people: Person[] }
  /** With their texts. */
  sources: Source[]
}
