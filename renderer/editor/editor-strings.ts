// The words of a brief’s text and the preview beside it.

export const editorStrings = {
  editor: {
    label: 'Brief text',
    placeholder: 'Write here. Type @ to link evidence, / to begin a block.',
    prompt: 'Prompt: what you type takes its place',
    promptReached: (words: string) => `Prompt: ${words}`,
    missing: 'missing',
    tangled:
      'The text is shown plain: one of its paragraphs has more marks of Markdown in it than can be read while you type. Nothing is lost, and a blank line in it may be all that it needs.',
    noRecord: (id: string) => `Nothing in the library has the id ${id}.`,
    noSourceYet: 'No source yet',
    openBy: (keys: string) => `${keys} opens it`,
    keepingPicture: 'Keeping the picture…',
    noPicture: (file: string) =>
      `${file} is no picture that can be shown. Nothing was kept and the file was not touched; save it as PNG or JPEG and try again.`,
    pictureTooLate:
      'The picture is kept, but its brief was closed before it could be put into the text, which is as it was. Open the brief and paste the picture again.',
    noEvidence: 'No evidence yet',
    noEvidenceDetail: 'Select words in a source and press Q, F or T',
  },
  blocks: {
    /** The name of each block, and other words by which it is found. */
    names: {
      heading2: ['Heading', 'h2 section title'],
      heading3: ['Smaller heading', 'h3 subsection'],
      list: ['List', 'bullets points'],
      numbers: ['Numbered list', 'ordered'],
      table: ['Table', 'rows columns'],
      quotation: ['Quotation', 'block quote'],
      callout: ['Callout', 'note tip important warning caution alert box aside'],
      timeline: ['Timeline', 'events dates'],
      chart: ['Chart', 'figure series graph'],
      decision: ['Decision', 'recommendation approve agree boxes'],
      sources: ['List of sources', 'references bibliography'],
      pageBreak: ['Page break', 'new page'],
      note: ['Footnote', 'note endnote'],
      today: ['Date of today', 'day now'],
    } satisfies Record<string, [label: string, words: string]>,
    chartOf: (measures: string) => `Chart: ${measures}`,
    column: 'Column',
    value: 'Value',
  },
  find: {
    Find: 'Find',
    Replace: 'Replace with',
    next: 'Next',
    previous: 'Previous',
    all: 'Select all',
    'match case': 'Match case',
    regexp: 'Pattern',
    'by word': 'Whole words',
    replace: 'Replace',
    'replace all': 'Replace all',
    close: 'Close find',
  },
  preview: { label: 'Preview', frame: 'Preview of the brief', failed: 'The preview could not be made.' },
}
