// The words of taking files and pasted text in.

export const captureStrings = {
  capture: {
    pasteTitle: 'Paste text as a source',
    pasteText:
      'The text is kept whole, word for word; from a web page its links and headings come along. Title, publisher and date are taken from it where it states them.',
    pasteField: 'Text',
    pasteAdd: 'Add source',
    pasteEmpty: 'There is no text to add yet.',
    dropTitle: 'Drop to keep as a source',
    dropText: 'Web pages, PDF, Word, e-mails, Markdown, plain text, or a ZIP of these',
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
    attached: (file: string, title: string) => `${file} is kept with “${title}”.`,
    pictureOfNothing: (file: string) =>
      `${file} is a picture, which belongs to a text. It was not kept and nothing was changed; drop it on the text of a brief, or on the open source that it shows something of; or type what it says as a source.`,
    pictureTooLarge: (file: string) =>
      `${file} has more than 20 MB. It was not kept and nothing was changed; make it smaller and try again.`,
    briefsTitle: ([file = '', ...more]: readonly string[]) =>
      more.length === 0 ? `“${file}” carries a brief` : `“${file}” and ${more.length} more carry briefs`,
    briefsText:
      'Opened as a brief, it comes with its evidence and what is known of its sources. Imported, its words become a source like any other.',
    openAsBriefs: (count: number) => (count === 1 ? 'Open as a brief' : 'Open as briefs'),
    importWords: 'Import its words',
    known: (title: string) => `“${title}” has these very words and was opened; nothing was stored twice.`,
    knownMany: (count: number) =>
      `The words of ${count} files are in the library already; nothing was stored twice.`,
    alike: (title: string, other: string) =>
      `“${title}” reads like “${other}”. Both are kept, are linked at their heads, and count as one story.`,
    alikeMany: (count: number) =>
      `${count} of these sources read like others. They are kept, are linked at their heads, and count as one story.`,
  },
}
