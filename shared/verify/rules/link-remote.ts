import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const linkRemote: Rule = {
  name: 'link-remote',
  severity: 'note',
  wrong: 'A link leads to the web, where what it shows can change or go, and on paper nobody can follow it.',
  mend: 'Keep the page as a source, and refer to that.',
  examples: {
    wrong: exampleBrief('See [the statement](https://example.org/statement).'),
    right: exampleBrief('See :source[the statement]{#ministry-statement}.'),
  },
  find: ({ text: { links } }) =>
    links
      .filter(({ address }) => /^(?:[a-z][a-z0-9+.-]*:)?\/\/|^www\./i.test(address))
      .map(({ start, end, address, isImage }) => ({
        start,
        end,
        evidence: null,
        ...(isImage
          ? {
              severity: 'warning' as const,
              message: `The image is on the web (${address}) and is not fetched, so it is not printed.`,
            }
          : {
              message: `This link leads to the web (${address}), where the page may change or go. Keep it as a source, and refer to that.`,
            }),
      })),
}
