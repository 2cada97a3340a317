import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const referenceDangling: Rule = {
  name: 'reference-dangling',
  severity: 'error',
  wrong: 'A reference links something that is not in the library.',
  mend: 'Link it to a record that exists, or write the words without a reference.',
  examples: {
    wrong: {
      given: 'The library has no quote “kato-on-sales”.',
      ...exampleBrief('Kato has said so :quote[]{#kato-on-sales}.'),
    },
    right: exampleBrief('Kato has said so :quote[]{#kato-option}.'),
  },
  find: ({ references, resolve, briefs, evidence }) =>
    references
      .filter(
        reference =>
          !(reference.kind === 'brief' && briefs === undefined) &&
          !(reference.kind === 'person' && evidence.people === undefined) &&
          resolve(reference) === null,
      )
      .map(({ kind, id, start, end }) => ({
        start,
        end,
        message: `There is no ${kind} “${id}” in the library. Link another ${kind}, or write the words without a reference.`,
        evidence: id,
      })),
}
