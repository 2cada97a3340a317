import { exampleBrief, examplePicture } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const imageWithoutAlt: Rule = {
  name: 'image-without-alt',
  severity: 'warning',
  wrong: 'An image has no words for those who cannot see it.',
  mend: 'Say between the square brackets what the image shows.',
  examples: {
    wrong: exampleBrief(`![](${examplePicture})`),
    right: exampleBrief(`![Japan’s holdings since 2015, falling](${examplePicture})`),
  },
  find: ({ text: { images } }) =>
    images
      .filter(({ words }) => words === '')
      .map(({ start, end }) => ({
        start,
        end,
        message:
          'This image has no words for those who cannot see it. Say between the brackets what it shows.',
        evidence: null,
      })),
}
