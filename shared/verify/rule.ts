import type { KnownPictures } from '../brief/picture-html.ts'
import type { Template } from '../brief/template.ts'
import type { Brief, Figure } from '../model/records.ts'
import type { Reference } from '../references/reference.ts'
import type {
  EvidenceAndPeople,
  LinkedBrief,
  LinkedSource,
  ReferenceResolver,
} from '../references/resolve-reference.ts'
import type { TextPlace } from '../references/text-place.ts'
import type { WrittenTimeline } from '../timeline/timelines-in-text.ts'
import type { Answer } from './answer.ts'
import type { BriefText } from './brief-text.ts'
import type { Finding, Fix, Severity } from './finding.ts'

/**
 * What the checks may look at. Without `briefs`, people or `pictures`, references to them are taken on trust; sources without their texts
 * are not compared with what was taken from them.
 */
export type BriefToVerify = {
  brief: Pick<Brief, 'body'> &
    Partial<Pick<Brief, 'title' | 'recipients' | 'date' | 'dueOn' | 'reference' | 'marking'>>
  evidence: EvidenceAndPeople
  sources: readonly LinkedSource[]
  briefs?: readonly LinkedBrief[]
  pictures?: KnownPictures
  /** Every figure of the library, also those that the brief does not use. */
  libraryFigures?: readonly Figure[]
  template?: Pick<Template, 'pages' | 'limits' | 'checks'> &
    Partial<Pick<Template, 'paragraphMarks' | 'title' | 'due' | 'annex'>>
  /** How many pages the printed brief has, where that is known. */
  pages?: number
  /** Whether its notes were to stand at the foot of pages and could not, where that is known. */
  areNotesMoved?: boolean
  /** Which of its tables, from 0, have words that are broken for want of room; -1 is one in a note. Where that is known. */
  brokenTables?: readonly number[]
  /** The day (`YYYY-MM-DD`) against which dates are judged; the brief's own where none is given. */
  day?: string | null
  /** Rules that a library has turned on or off, by name; they go before the template's. */
  checks?: Readonly<Record<string, boolean>>
  answers?: readonly Answer[]
}

/** A brief with its text read, its references found and a way to look them up. */
export type VerifiedBrief = Omit<BriefToVerify, 'day'> & {
  day: string | null
  /** Those that are written, and those that timelines make to their events, in the order of their places. */
  references: readonly Reference[]
  timelines: readonly WrittenTimeline[]
  resolve: ReferenceResolver
  text: BriefText
}

/** A brief that shows a rule at work; `given` says of the records what a reader of its text must know. */
export type Example = BriefToVerify & { given?: string }

/** A check: one file holds one. */
export type Rule = {
  name: string
  severity: Severity
  /** What is wrong where it reports, in a sentence. */
  wrong: string
  /** How to mend it, in a sentence. */
  mend: string
  /** A brief that breaks the rule, and the nearest that does not. */
  examples: { wrong: Example; right: Example }
  find(verified: VerifiedBrief): Fault[]
  /** What it finds in what the annex prints of findings that were answered, by whichever rule they are. */
  findInAnswered?(answered: readonly AnsweredFault[], verified: VerifiedBrief): Fault[]
}

/** What a rule found and a person answered, with the reason for which it may stand. */
export type AnsweredFault = { fault: Fault; reason: string }

/** Where a rule is broken: offsets into the brief's body (UTF-16 code units, end exclusive). */
export type Fault = {
  start: number
  end: number
  message: string
  evidence: string | null
  /** Where it matters more or less than the rule does. */
  severity?: Severity
  diff?: { before: string; after: string }
  fix?: Fix
}

export function findingOf(rule: Rule, fault: Fault, placeOf: (offset: number) => TextPlace): Finding {
  const start = placeOf(fault.start)
  const end = placeOf(fault.end)
  return {
    rule: rule.name,
    severity: fault.severity ?? rule.severity,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message: fault.message,
    evidence: fault.evidence,
    ...(fault.diff && { diff: fault.diff }),
    ...(fault.fix && { fix: fault.fix }),
  }
}
