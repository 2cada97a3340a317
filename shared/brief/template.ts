// A template: Markdown with a front matter that says what form a brief of its kind has.

import type { Paper } from './paper.ts'

export const notesPlaces = ['foot', 'end', 'annex'] as const

export type NotesPlace = (typeof notesPlaces)[number]

/** A brief's form. */
export type Template = {
  /** Its file's name without `.md`: `uk-submission`. */
  name: string
  /** What people call it: "UK submission". */
  title: string
  /** One line on when to use it. */
  description: string
  /** The marking that a new brief of this form starts with, or null. */
  marking: string | null
  /** Marks that paragraphs bear at their head, without the parentheses, and what each stands for; lowest first. */
  paragraphMarks: Readonly<Record<string, string>>
  /** Whether paragraphs under a heading are numbered through the document. */
  numbered: boolean
  /** How many pages it may have before its annex, or null. */
  pages: number | null
  /** Whether its evidence and answered checks are listed in an annex. */
  annex: boolean
  /** Where its notes go: at the foot of the page that calls them, after the text, or into the annex. */
  notes: NotesPlace
  /** Whether a list of its headings with their pages stands before the text. */
  contents: boolean
  paper: Paper
  /** Whether long words of its text may be divided at the ends of printed lines. */
  hyphens: boolean
  /** What its due day is called: "Critical date". */
  due: string
  /** The most words under the heading that says what the reader must take away; null where the form sets none. */
  limits: { bottomLine: { heading: string; words: number } | null }
  /** Checks that briefs of this form have turned on or off, by the name of their rule. */
  checks: Readonly<Record<string, boolean>>
  /** The heading under which drafting places evidence of each kind; null for the end of the text. */
  places: { quotes: string | null; figures: string | null; events: string | null }
  /** The Markdown a new brief starts with; prompts stand in HTML comments, which are never printed. */
  body: string
}
