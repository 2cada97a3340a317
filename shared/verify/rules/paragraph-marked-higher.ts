import { exampleBrief } from '../example-records.ts'
import { isMarkedEnough } from '../markings.ts'
import { markedParagraphs } from '../paragraph-marks.ts'
import type { Rule } from '../rule.ts'

export const paragraphMarkedHigher: Rule = {
  name: 'paragraph-marked-higher',
  severity: 'error',
  wrong: 'A paragraph is marked higher than the brief that it stands in.',
  mend: 'Raise the brief’s marking, or take the paragraph out.',
  examples: {
    wrong: {
      given: 'The brief is CONFIDENTIAL; (S) stands for SECRET.',
      ...confidential('(S) Talks go on.'),
    },
    right: confidential('(C) Talks go on.'),
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

function confidential(body: string) {
  const { brief, ...records } = exampleBrief(body)
  const template = {
    pages: null,
    limits: { bottomLine: null },
    checks: {},
    paragraphMarks: { U: 'UNCLASSIFIED', C: 'CONFIDENTIAL', S: 'SECRET' },
  }
  return { brief: { ...brief, marking: 'CONFIDENTIAL' }, template, ...records }
}
