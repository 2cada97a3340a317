// Marks at the head of paragraphs, as (S) or (S//NF), by which each says how far it may go by itself (32 CFR 2001.23).
import type { Range } from '../extract/sentences.ts'
import { exampleBrief } from './example-records.ts'
import type { Example, VerifiedBrief } from './rule.ts'

/** A paragraph or an item of a list with the marking that its mark stands for; null where it bears none of the form's. */
export type MarkedParagraph = Range & { mark: string | null; marking: string | null }

/** The paragraphs of a brief whose form has such marks; none of another. Cells of tables are marked by the text that they belong to. */
export function markedParagraphs({
  brief: { body },
  text: { paragraphs, prose },
  template,
}: VerifiedBrief): MarkedParagraph[] {
  const marks = template?.paragraphMarks ?? {}
  if (Object.keys(marks).length === 0) return []
  return paragraphs
    .filter(({ start, end, isCell }) => !isCell && prose.slice(start, end).trim() !== '')
    .filter(({ start }) => !isNote(body, start))
    .map(({ start, end }) => {
      const written = /^\(([^()\n]{1,40})\)/.exec(body.slice(start, end))
      const [level = ''] = written?.[1]?.split('//') ?? []
      const mark = Object.hasOwn(marks, level) ? level : null
      return { start, end: start + (written?.[0].length ?? 1), mark, marking: mark && (marks[mark] ?? null) }
    })
}

/** The text of a note stands on the line that its name begins. */
function isNote(body: string, start: number): boolean {
  const line = body.slice(body.lastIndexOf('\n', start - 1) + 1, start + 2)
  return /^\s*\[\^/.test(line)
}

/** A brief of that marking, in a form whose paragraphs are marked (U), (C) and (S). */
export function exampleOfMarks(body: string, marking: string): Example {
  const { brief, ...records } = exampleBrief(body)
  const paragraphMarks = { U: 'UNCLASSIFIED', C: 'CONFIDENTIAL', S: 'SECRET' }
  const template = { pages: null, limits: { bottomLine: null }, checks: {}, paragraphMarks }
  return { brief: { ...brief, marking }, template, ...records }
}
