// The words of the export panel.

export const exportStrings = {
  export: {
    label: 'Export',
    choosing: 'Choose where to save the PDF…',
    saving: 'Saving the text…',
    stages: {
      composing: 'Composing the document',
      printing: 'Printing the pages',
      writing: 'Writing the file',
    },
    done: 'PDF exported',
    held: 'Not exported yet',
    heldText: 'An error stands. Mend it, or export the brief as it is.',
    evenSo: 'Export even so',
    failed: 'No PDF was written',
    noFindings: 'The checks found nothing to mend.',
    findings: (count: number) => (count === 1 ? '1 finding' : `${count} findings`),
    line: (line: number) => `Line ${line}`,
    severities: { error: 'Error', warning: 'Warning', note: 'Note' },
    notSaved: 'The brief’s text could not be saved, so it was not exported.',
  },
}
