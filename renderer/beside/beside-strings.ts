// The words of the source beside a brief, and of what goes into it.

export const besideStrings = {
  beside: {
    label: 'Source beside the brief',
    choose: 'Choose a source to read beside the brief',
    close: 'Close the source beside the brief',
    openInSources: 'Go to it among the sources',
    openBeside: 'Open beside the brief',
    insert: 'Insert into brief',
    insertInto: (title: string) => `Insert into “${title}”`,
    inserted: (count: number, title: string) =>
      `${count === 1 ? 'One reference was' : `${count} references were`} inserted into “${title}”.`,
    noBrief: 'Open a brief first: it is where references go.',
    insertSource: 'Insert a reference to it into the brief',
    saveAndInsert: 'Save and insert',
    noneTitle: 'No source beside the brief',
    noneText: 'Read one here while you write, and make quotes, figures and events of its words.',
  },
}
