// The words of the preview’s head and of its pages.

export const pagedViewStrings = {
  pagedView: {
    look: 'How the preview is shown',
    text: 'Text',
    pages: 'Pages',
    region: 'Pages of the brief',
    page: (page: number, of: number) => `Page ${page} of ${of}`,
    printing: 'Printing the pages…',
    notRead: (reason: string) =>
      `The printed pages cannot be shown: ${reason}. Nothing of the brief is lost; try again, or look at it as text.`,
  },
}
