// The words of the Recovery dialog and its banner.

export const recoveryStrings = {
  recovery: {
    title: 'Recovery',
    banner: (count: number) =>
      count === 1
        ? 'One file of the library could not be read. Everything else is here.'
        : `${count} files of the library could not be read. Everything else is here.`,
    show: 'Show…',
    emptyTitle: 'Nothing needed recovery',
    emptyText:
      'At each start every file of a record that has changed since it was last read is read and checked; any other is read when it is opened. One that is damaged is set aside at a start, never deleted, and what it was before takes its place; it would be listed here. Text that was typed and not saved would be offered here too.',
    found: 'Found at this start',
    noneFound: 'Every file that was read at this start could be read.',
    earlier: 'Set aside before',
    earlierText: 'These files are kept until you remove them yourself.',
    drafts: (count: number) =>
      count === 1
        ? 'Something you typed was not saved before Dispatch Box ended.'
        : `Something you typed in ${count} briefs was not saved before Dispatch Box ended.`,
    strays: 'Typed in briefs that are gone',
    strayTyped: (moment: string, isInTrash: boolean) =>
      `Typed ${moment} and not saved. ${isInTrash ? 'The brief is in the trash, without these words.' : 'The brief itself is not in the library any more.'}`,
    adopt: 'Make a brief of it',
    showDrafts: 'Show what was typed…',
    reason: (reason: string) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
    leftAlone: 'The file was left where it is.',
    setAside: 'It was set aside.',
    setAsideOn: (moment: string) => `Set aside ${moment}.`,
    replacedBy: (moment: string) => `It was set aside, and its state of ${moment} was put in its place.`,
    stands: (title: string) => `Now in its place: “${title}”`,
    nothingStands: 'Nothing stands in its place: no earlier state of it could be read.',
    open: 'Open',
    versions: 'Earlier versions',
    showFile: 'Show file',
    showFileOf: (file: string) => `Show the file ${file}`,
  },
}
