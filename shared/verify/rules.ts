// Every check, in the order in which people read of them. A new one is a file in rules/ and a line here.
import type { Rule } from './rule.ts'
import { bottomLineTooLong } from './rules/bottom-line-too-long.ts'
import { briefTooLong } from './rules/brief-too-long.ts'
import { dateUnsourced } from './rules/date-unsourced.ts'
import { directiveUnread } from './rules/directive-unread.ts'
import { eventOverdue } from './rules/event-overdue.ts'
import { evidenceOrphaned } from './rules/evidence-orphaned.ts'
import { figureDrifted } from './rules/figure-drifted.ts'
import { figureStale } from './rules/figure-stale.ts'
import { figuresConflict } from './rules/figures-conflict.ts'
import { glyphMissing } from './rules/glyph-missing.ts'
import { imageWithoutAlt } from './rules/image-without-alt.ts'
import { linkRemote } from './rules/link-remote.ts'
import { markingTooLow } from './rules/marking-too-low.ts'
import { noteDangling } from './rules/note-dangling.ts'
import { notesMoved } from './rules/notes-moved.ts'
import { numberUnsourced } from './rules/number-unsourced.ts'
import { oneWireStory } from './rules/one-wire-story.ts'
import { paragraphMarkedHigher } from './rules/paragraph-marked-higher.ts'
import { paragraphUnmarked } from './rules/paragraph-unmarked.ts'
import { pictureMissing } from './rules/picture-missing.ts'
import { quotationUnsourced } from './rules/quotation-unsourced.ts'
import { quoteAltered } from './rules/quote-altered.ts'
import { quoteEditMarked } from './rules/quote-edit-marked.ts'
import { quoteEditUnmarked } from './rules/quote-edit-unmarked.ts'
import { quoteNotFound } from './rules/quote-not-found.ts'
import { recommendationWithoutDecision } from './rules/recommendation-without-decision.ts'
import { referenceDangling } from './rules/reference-dangling.ts'
import { singleSource } from './rules/single-source.ts'
import { sourceUndated } from './rules/source-undated.ts'
import { tableTooWide } from './rules/table-too-wide.ts'
import { timelineEmpty } from './rules/timeline-empty.ts'
import { timelineUnreadable } from './rules/timeline-unreadable.ts'

export const rules: readonly Rule[] = [
  quoteAltered,
  quoteEditUnmarked,
  quoteEditMarked,
  quoteNotFound,
  figureDrifted,
  figureStale,
  figuresConflict,
  numberUnsourced,
  dateUnsourced,
  quotationUnsourced,
  eventOverdue,
  timelineEmpty,
  timelineUnreadable,
  singleSource,
  oneWireStory,
  sourceUndated,
  directiveUnread,
  referenceDangling,
  evidenceOrphaned,
  markingTooLow,
  paragraphUnmarked,
  paragraphMarkedHigher,
  recommendationWithoutDecision,
  bottomLineTooLong,
  briefTooLong,
  noteDangling,
  notesMoved,
  tableTooWide,
  pictureMissing,
  glyphMissing,
  imageWithoutAlt,
  linkRemote,
]
