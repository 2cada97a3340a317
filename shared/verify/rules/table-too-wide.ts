import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

const body = 'Spent:\n\n| Administration | Expenditure |\n|---|---|\n| One | 1,234,567 |'

export const tableTooWide: Rule = {
  name: 'table-too-wide',
  severity: 'warning',
  wrong:
    'A table is wider than paper has room for, though it is set small and its page turned, and its words and numbers are broken in two.',
  mend: 'Leave columns out, make two tables of it, or shorten what stands in it. One in a list, a quotation or a note has a turned page where it stands by itself.',
  examples: {
    wrong: {
      given: 'Printed, the table had no room for “Administration” on one line.',
      ...exampleBrief(body),
      brokenTables: [0],
    },
    right: { ...exampleBrief(body), brokenTables: [] },
  },
  find: ({ brokenTables = [], text: { tables } }) =>
    brokenTables.map(at => ({
      ...(tables[at] ?? { start: 0, end: 0 }),
      message: `${tables[at] ? 'This table' : 'A table in a note, or the list of a timeline,'} has no room on paper, even set small: words and numbers in it are broken in two where lines end.`,
      evidence: null,
    })),
}
