import { isMarkedEnough } from '../markings.ts'
import { exampleOfMarks, markedParagraphs } from '../paragraph-marks.ts'
import type { Rule } from '../rule.ts'

export const paragraphUnmarked: Rule = {
  name: 'paragraph-unmarked',
  severity: 'warning',
  wrong: 'The form marks each paragraph of a marked brief by itself, and this one bears no mark.',
  mend: 'Begin the paragraph with its own mark, as (U) or (S).',
  examples: {
    wrong: {
      given: 'The form has marks (U), (C) and (S); the brief is SECRET.',
      ...exampleOfMarks('Talks go on.', 'SECRET'),
    },
    right: exampleOfMarks('(U) Talks go on.', 'SECRET'),
  },
  find: verified => {
    const { brief, template } = verified
    const marks = Object.entries(template?.paragraphMarks ?? {})
    const marking = brief.marking ?? null
    // What may be read by anybody needs no marks.
    if (marking === null || isMarkedEnough(marks[0]?.[1] ?? null, marking) !== false) return []
    const all = marks.map(([mark]) => `(${mark})`)
    return markedParagraphs(verified)
      .filter(({ mark }) => mark === null)
      .map(({ start, end }) => ({
        start,
        end,
        message: `This paragraph bears no mark of its own, and the brief is marked ${marking}. Begin it with ${all.slice(0, -1).join(', ')} or ${all.at(-1)}.`,
        evidence: null,
      }))
  },
}
