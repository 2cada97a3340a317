// The words of the dialog in which checks are turned on and off, and of how long a brief is.

export const rulesStrings = {
  rules: {
    title: 'Which checks are on',
    text: 'A check is on, unless the form of a brief turns it off. What you choose here holds for every brief in this library, whatever its form says: while writing, before an export, at an issue and in a terminal.',
    readOnly: 'This library can only be read, so its checks stay as they are.',
    choice: (rule: string) => `Whether ${rule} is on`,
    usual: 'On, as usual',
    byTemplate: 'By the form',
    alwaysOn: 'Always on',
    alwaysOff: 'Always off',
    saidByTemplates: (titles: string, isOn: boolean, isOverruled: boolean) =>
      `${titles}: ${isOn ? 'on' : 'off'} by its form${isOverruled ? ', which your choice goes before' : ''}.`,
    off: (count: number) => (count === 1 ? '1 check is off' : `${count} checks are off`),
    showOff: (count: number) =>
      `${count === 1 ? '1 check is off' : `${count} checks are off`} for this brief. Show which checks are on.`,
    choose: 'Which checks are on…',
  },
  length: {
    pages: (counted: number | null, limit: number) =>
      `${counted ?? '–'} of ${limit === 1 ? '1 page' : `${limit} pages`}`,
    pagesTip: 'Pages in print, without the annex, of those that the form allows',
    counting: 'Pages in print are being counted; until then, those of the text before',
    tooManyPages: 'More pages in print than the form allows, without the annex',
    notCounted: (reason: string) => `Pages could not be counted. ${reason}`,
    bottomLine: (heading: string, words: number, limit: number) =>
      `${heading}: ${words} of ${limit === 1 ? '1 word' : `${limit} words`}`,
    bottomLineTip: (heading: string) => `Words under “${heading}”, of those that the form allows`,
    bottomLineTooLong: (heading: string) => `More words under “${heading}” than the form allows`,
  },
}
