import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

const body = 'A word[^1].\n\n[^1]: What the minutes say.'

export const notesMoved: Rule = {
  name: 'notes-moved',
  severity: 'note',
  wrong: 'Notes could not all begin at the foot of the page that calls them, and were set after the text.',
  mend: 'Call the note from text that a page’s end may cut, or have the template set its notes after the text (notes: end).',
  examples: {
    wrong: {
      given: 'Printed, a note had no room to begin on the page that calls it.',
      ...exampleBrief(body),
      pages: 2,
      areNotesMoved: true,
    },
    right: { ...exampleBrief(body), pages: 1, areNotesMoved: false },
  },
  find: ({ areNotesMoved }) => {
    if (!areNotesMoved) return []
    const message = 'The notes could not all begin at the foot of their pages and stand after the text.'
    return [{ start: 0, end: 0, message, evidence: null }]
  },
}
