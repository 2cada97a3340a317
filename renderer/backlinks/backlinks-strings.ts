// The words of where a record is used, and of its id.

import { numberInWords } from '../ui/dates-and-numbers.ts'
export const backlinksStrings = {
  backlinks: {
    title: 'Used in',
    count: (uses: number) => (uses === 1 ? '1 place' : `${uses} places`),
    none: 'No brief links this yet. Type @ in a brief to link it.',
    noneOfBrief: 'No other brief refers to this one.',
    noneOfSource: 'No brief links this source or its evidence yet.',
    more: (count: number) => `… and ${numberInWords(count)} more`,
    line: (line: number) => `line ${line}`,
    goTo: 'Go to',
    deleteText: 'What refers to it would lead nowhere:',
    anchored: (words: string) => `Evidence: “${words}”`,
  },
  recordId: {
    label: 'Id',
    rename: 'Rename id',
    hint: 'Every reference to it is rewritten. Enter renames, Esc leaves it.',
    renamed: (id: string, to: string) => `${id} is called ${to} now, in every brief.`,
  },
}
