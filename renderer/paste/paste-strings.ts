export const pasteStrings = {
  paste: {
    tooLate:
      'The brief was closed before what was pasted could be put into its text, which is as it was. Open the brief and paste it again.',
    picturesLeftOut: (count: number) =>
      count === 1
        ? 'A picture was left out. Copy it by itself, or drop its file on the text.'
        : `${count} pictures were left out. Copy each by itself, or drop their files on the text.`,
  },
}
