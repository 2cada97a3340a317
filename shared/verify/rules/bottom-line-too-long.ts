import { bottomLineOf } from '../bottom-line.ts'
import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

const template = { pages: null, limits: { bottomLine: { heading: 'Top call', words: 12 } }, checks: {} }

export const bottomLineTooLong: Rule = {
  name: 'bottom-line-too-long',
  severity: 'warning',
  wrong: 'What the reader must take away is longer than the form of the brief allows.',
  mend: 'Say the one thing, and move its reasons further down.',
  examples: {
    wrong: {
      given: 'The template allows 12 words under “Top call”.',
      ...exampleBrief(
        '## Top call\n\nTokyo keeps its bonds for now, and uses the hint of a sale to win time in the talks.',
      ),
      template,
    },
    right: { ...exampleBrief('## Top call\n\nTokyo keeps its bonds for now, and uses the hint.'), template },
  },
  find: brief => {
    const found = bottomLineOf(brief)
    if (found === null || found.words <= found.limit) return []
    const message = `“${found.title}” has ${found.words} words; this form allows ${found.limit}.`
    return [{ ...found.heading, message, evidence: null }]
  },
}
