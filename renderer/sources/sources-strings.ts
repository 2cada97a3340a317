// The words of the sources room.

export const sourcesStrings = {
  sources: {
    listLabel: 'Sources',
    import: 'Import',
    importLong: 'Import a file',
    paste: 'Paste text',
    undated: 'undated',
    pieces: (count: number) =>
      count === 0 ? 'no evidence' : count === 1 ? '1 piece of evidence' : `${count} pieces of evidence`,
    emptyTitle: 'Start with what somebody said',
    emptyText:
      'Drop an article on this window, import a file, or paste text. It is stored whole on this computer, and what may be evidence in it is suggested beside it.',
    noneOpenTitle: 'No source open',
    noneOpenText: 'Choose one from the list to read it and mark what matters.',
    titleField: 'Source title',
    publisher: 'Publisher',
    publishedOn: 'Published',
    authors: 'Authors',
    url: 'Web address',
    tags: 'Tags',
    add: {
      publisher: 'Add publisher',
      publishedOn: 'Add date',
      authors: 'Add authors',
      url: 'Add web address',
      tags: 'Add tags',
    },
    captured: (when: string) => `Captured ${when}`,
    corrected: (when: string) => `Text corrected ${when}; the original is kept`,
    editText: 'Edit text',
    editTitle: (title: string) => `Text of “${title}”`,
    editHint:
      'Correct what was captured wrongly. The original file stays as it is, and evidence follows its words; what cannot follow is shown to you.',
    editSave: 'Save text',
    editNeeded: 'A source needs a text. Nothing was changed; delete the source if it is not wanted.',
    editDiscard: 'The text of a source has changes that are not saved.',
    edited: 'The text was saved, and its evidence stands at its words.',
    editedWithLost: (count: number) =>
      count === 1
        ? 'The text was saved. One piece of evidence no longer finds its words; it is listed above the text.'
        : `The text was saved. ${count} pieces of evidence no longer find their words; they are listed above the text.`,
    lostTitle: (count: number) =>
      count === 1 ? 'One piece of evidence lost its place' : `${count} pieces of evidence lost their place`,
    lostText: 'The exact words no longer stand where they did. Open a row to choose where it stands now.',
    sha256: (start: string) => `SHA-256 ${start}…`,
    page: (labels: readonly string[]) =>
      `p. ${labels.length === 1 ? labels[0] : `${labels[0]}–${labels.at(-1)}`}`,
    alike: 'Reads like',
    alikeText: 'Texts that are written from one another count as one story.',
    pictures: 'Pictures of the source',
    text: 'Source text',
    toolbar: 'Make evidence of the selected words',
    delete: 'Delete source',
    teach: 'Select words, then press',
  },
}
