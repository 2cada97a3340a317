import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

const template = { pages: 1, limits: { bottomLine: null }, checks: {} }

export const briefTooLong: Rule = {
  name: 'brief-too-long',
  severity: 'warning',
  wrong: 'The printed brief has more pages than its form allows.',
  mend: 'Cut it, or move what only some readers need into another brief and link that.',
  examples: {
    wrong: {
      given: 'The template allows one page; printed, the brief has two.',
      ...exampleBrief('A long brief.'),
      template,
      pages: 2,
    },
    right: { ...exampleBrief('A short brief.'), template, pages: 1 },
  },
  find: ({ pages, template: form }) => {
    const limit = form?.pages ?? null
    if (pages === undefined || limit === null || pages <= limit) return []
    const message = `The brief has ${pages} pages; its form allows ${limit}.`
    return [{ start: 0, end: 0, message, evidence: null }]
  },
}
