import { isMarkedEnough } from '../markings.ts'
import { exampleOfMarks, markedParagraphs } from '../paragraph-marks.ts'
import type { Rule } from '../rule.ts'

export const paragraphMarkedHigher: Rule = {
  name: 'paragraph-marked-higher',
  severity: 'error',
  wrong: 'A paragraph is marked higher than the brief that it stands in.',
  mend: 'Raise the brief’s marking, or take the paragraph out.',
  examples: {
    wrong: {
      given: 'The brief is CONFIDENTIAL; (S) stands for SECRET.',
      ...exampleOfMarks('(S) Talks go on.', 'CONFIDENTIAL'),
    },
    right: exampleOfMarks('(C) Talks go on.', 'CONFIDENTIAL'),
  },
  find: verified => {
    const marking = verified.brief.marking ?? null
    return markedParagraphs(verified)
      .filter(paragraph => isMarkedEnough(marking, paragraph.marking) === false)
      .map(({ start, end, mark, marking: own }) => ({
        start,
        end,
        message: `This paragraph is marked (${mark}), which is ${own}, and the brief ${marking === null ? 'bears no marking' : `is marked ${marking}`}. Raise the brief’s marking.`,
        evidence: null,
      }))
  },
}
