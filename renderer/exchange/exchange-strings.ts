// The words of moving a library or notes out and in.

import { numberInWords } from '../ui/dates-and-numbers.ts'

const count = (one: string, many: string) => (n: number) =>
  n === 1 ? `1 ${one}` : `${numberInWords(n)} ${many}`

export const exchangeStrings = {
  exported: (records: number, originals: number) =>
    `The whole library was exported: ${count('record', 'records')(records)}, ${count('original file', 'original files')(originals)}.`,
  libraryTitle: 'Library imported',
  notesTitle: 'Notes imported',
  from: (folder: string) => `From ${folder}`,
  nothingNew: 'Everything in the folder was in this library already.',
  counts: {
    added: count('record was added.', 'records were added.'),
    edited: count(
      'was changed in another editor, and is here as it was changed. Its state before is among its earlier versions.',
      'were changed in other editors, and are here as they were changed. Their states before are among their earlier versions.',
    ),
    alreadyHere: count(
      'was here already, and stayed as it is.',
      'were here already, and stayed as they are.',
    ),
    fromTrash: count('was taken back from the trash.', 'were taken back from the trash.'),
    toTrash: count('deleted record was added to the trash.', 'deleted records were added to the trash.'),
    versions: count('earlier version was added.', 'earlier versions were added.'),
    originals: count('original file was added.', 'original files were added.'),
    briefs: count('note became a brief.', 'notes became briefs.'),
    sources: count(
      'note with a web address or plain text became a source.',
      'notes with a web address or plain texts became sources.',
    ),
    attachments: count(
      'file that a brief links is kept in the library, and named where it stands.',
      'files that briefs link are kept in the library, and named where they stand.',
    ),
    unresolvedLinks: count(
      'link leads to nothing that was imported. Its words stand in the brief, with the link beside them in a comment.',
      'links lead to nothing that was imported. Their words stand in the briefs, each with its link beside it in a comment.',
    ),
  },
  renamedTitle: (n: number) =>
    n === 1 ? 'One is here twice, to be compared' : `${numberInWords(n)} are here twice, to be compared`,
  renamedText:
    'They differ from what this library has under the same id. Nothing was replaced: what came from the folder has a new id.',
  renamed: (title: string, newId: string) => `${title} (${newId})`,
  problemsTitle: {
    library: count('file was not taken as it is', 'files were not taken as they are'),
    notes: count('file was not taken in', 'files were not taken in'),
  },
  exportProblemsTitle: (n: number) =>
    n === 1 ? 'One thing is not in the export.' : `${numberInWords(n)} things are not in the export.`,
  openedBrief: (title: string) => `“${title}” was opened from its PDF.`,
  openedBriefHere: (title: string) => `“${title}” is in this library already, just as its PDF has it.`,
  passagesOf: (title: string) =>
    `Of the source “${title}” only the passages around evidence came; its whole text did not.`,
  grown: count(
    'source that was here has passages more now.',
    'sources that were here have passages more now.',
  ),
  renamedBrief: count(
    'thing differs from what this library has under the same id, and came under a new one.',
    'things differ from what this library has under the same ids, and came under new ones.',
  ),
  forms: {
    came: (name: string) => `Its form “${name}” came with it, and is one of your templates now.`,
    missing: (name: string) => `Its form “${name}” is not here. Give it another one before it is exported.`,
  },
  missingPictures: count(
    'picture of it did not come with the PDF, and is not in this library.',
    'pictures of it did not come with the PDF, and are not in this library.',
  ),
  more: (n: number) => `… and ${numberInWords(n)} more`,
}
