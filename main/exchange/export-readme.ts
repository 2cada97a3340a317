/** README.md of an export: what is where, for somebody who has nothing but the folder. `day` is the day of the export. */
export function readmeOf(libraryName: string, day: string): string {
  return `# ${libraryName.replace(/\s+/g, ' ')}

This folder holds everything that was in this library of Dispatch Box on ${day}. Nothing in it is encrypted.

| folder | holds |
|---|---|
| \`briefs/\` | the briefs, a Markdown file each |
| \`sources/\` | the texts of articles and statements, as they were taken in |
| \`quotes/\`, \`figures/\`, \`events/\` | the evidence, with its source named by id |
| \`templates/\` | your own templates |
| \`originals/\` | the original files of the sources, and the files that briefs link as \`attachment:\` and their SHA-256, byte by byte |
| \`issued/\` | the briefs as they were issued: the PDF, what it was made of, and the SHA-256 of each file |
| \`data/\` | the same records as exact JSON, with earlier versions and the trash |

Each Markdown file begins with its fields between two lines of dashes; the text follows. In a brief,
\`:quote[words]{#id}\` links the record whose field \`id\` says so.

## To bring it back

In Dispatch Box choose File → Import Library from Folder…, or from a terminal
\`npm run -s brief -- import-library FOLDER\`. Into an empty library it gives the same library: records, versions,
trash and original files.

You may change the Markdown files in any editor before that: what you changed is taken over. It is the text of
briefs and quotes and the fields at the head; the text of a source, the dates of capture and the ids stay as they were.
Leave \`data/\` as it is, and the field \`id\` too, by which a file is known whatever its name. A new file is not taken in: to bring in
notes, use File → Import Notes from Folder….

Text that was typed and not saved yet is not here.
`
}
