// What of a brief's text is drawn by others: records, pictures, and what directives ask for.
import type { Directive } from '../references/directive.ts'
import type { DecimalMark } from '../series/number-cells.ts'
import type { CalloutKind } from './callouts.ts'
import type { WrittenReference } from './lex-markdown.ts'

/** How the parts that Markdown alone cannot know are drawn; each gives HTML. */
export type MarkdownDrawing = {
  renderReference(reference: WrittenReference): string
  /** The list of sources, where `::sources` asks for it. */
  renderSources(): string
  /** A picture that the library keeps. */
  renderPicture(picture: WrittenPicture): string
  /** The boxes of a decision, where `::decision{…}` asks for them. */
  renderDecision(directive: Directive): string
  /** The events that `::timeline{…}` asks for. */
  renderTimeline(directive: Directive): string
  /** The word over a callout. */
  calloutName(kind: CalloutKind): string
  /** Whether paragraphs under a heading are numbered through the document. */
  numbered: boolean
  /** Of the brief's language: what figures in a table's column are aligned on. */
  decimalMark: DecimalMark
}

/**
 * A picture as a text has it: `words` for those who do not see it, a caption from its title, and the file it shows; null where
 * its address names none. One that is alone in its paragraph stands as a figure.
 */
export type WrittenPicture = { sha256: string | null; words: string; caption: string; isAlone: boolean }
