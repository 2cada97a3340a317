// The words of the sources room.

export const sourcesStrings = {
  sources: {
    listLabel: 'Sources',
    import: 'Import',
    importLong: 'Import a file',
    paste: 'Paste text',
    pasteTitle: 'Paste text as a source',
    pasteText:
      'The text is kept whole, word for word; from a web page its links and headings come along. Title, publisher and date are taken from it where it states them.',
    pasteField: 'Text',
    pasteAdd: 'Add source',
    pasteEmpty: 'There is no text to add yet.',
    dropTitle: 'Drop to keep as a source',
    dropText: 'Web pages, PDF, Word, e-mails, Markdown, plain text, or a ZIP of these',
    undated: 'undated',
    pieces: (count: number) =>
      count === 0 ? 'no evidence' : count === 1 ? '1 piece of evidence' : `${count} pieces of evidence`,
    added: (count: number) => `${count} sources were added.`,
    takingIn: 'Taking in files',
    takingInFile: (file: string) => `Taking in ${file}`,
    fileOf: (at: number, of: number) => `${at} of ${of}`,
    stopping: 'Stopping…',
    stopped: (count: number) =>
      count === 0
        ? 'It was stopped, and nothing was imported. The files were not touched.'
        : `It was stopped. ${count === 1 ? 'One source is in and stays' : `${count} sources are in and stay`}; the rest was not imported, and the files were not touched.`,
    leftOut: (count: number) =>
      count === 1
        ? 'One file of the ZIP was left out: it is no text or document.'
        : `${count} files of the ZIP were left out: they are no texts or documents.`,
    tooLarge: (file: string, megabytes: string, limit: string) =>
      `${file} has ${megabytes} MB, more than the ${limit} MB a source may have. It was not imported and nothing was changed; divide it, or paste the part you need.`,
    notImported: (count: number) => `${count} files were not imported.`,
    unreadable: (file: string) =>
      `${file} could not be read. Nothing was changed; if it is a folder, drop the files inside it.`,
    emptyTitle: 'Start with what somebody said',
    emptyText:
      'Drop an article on this window, import a file, or paste text. It is stored whole on this computer. Then select words and press Q for a quote, F for a figure or T for an event.',
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
    lostText: 'Its exact words no longer stand where they did. Open it to choose where it stands now.',
    sha256: (start: string) => `SHA-256 ${start}…`,
    page: (labels: readonly string[]) =>
      `p. ${labels.length === 1 ? labels[0] : `${labels[0]}–${labels.at(-1)}`}`,
    text: 'Source text',
    toolbar: 'Make evidence of the selected words',
    delete: 'Delete source',
    teach: 'Select words, then press',
  },
}
