import { readBlockDirective } from '../../references/directive.ts'
import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

const body = '## Recommendation\n\nThat you agree to raise the matter in Washington.'

export const recommendationWithoutDecision: Rule = {
  name: 'recommendation-without-decision',
  severity: 'warning',
  wrong: 'The brief recommends something, and has no place for the decision.',
  mend: 'Put a decision block (::decision{…}) under the recommendation.',
  examples: {
    wrong: exampleBrief(body),
    right: exampleBrief(`${body}\n\n::decision{options="agreed, not agreed"}`),
  },
  find: ({ brief: { body: markdown }, text: { sections } }) =>
    sections
      .filter(({ heading }) => /\brecommendations?\b/i.test(heading))
      .filter(({ bodyStart, end }) => {
        const under = markdown.slice(bodyStart, end).replace(/<!--[\s\S]*?-->/g, '')
        const isDecision = (line: string) => readBlockDirective(line)?.name === 'decision'
        return under.trim() !== '' && !under.split('\n').some(isDecision)
      })
      .map(({ start, bodyStart }) => ({
        start,
        end: bodyStart,
        message: 'This recommends something and has no place for the decision. Put a ::decision{…} under it.',
        evidence: null,
      })),
}
