// The words of the trash room.

export const trashStrings = {
  trash: {
    listLabel: 'Deleted',
    emptyTitle: 'The trash is empty',
    emptyText:
      'What you delete comes here and stays until you empty the trash yourself. Everything in it can be put back as it was, with its earlier versions.',
    deletedOn: (moment: string) => `Deleted ${moment}`,
    restore: 'Put back',
    restored: (title: string) => `“${title}” was put back.`,
    empty: 'Empty trash',
    emptyQuestion: 'Delete everything in the trash for good?',
    emptyWarning: (count: number, hasTemplates: boolean) =>
      `${count === 1 ? 'One record goes' : `${count} records go`} with all earlier versions${hasTemplates ? ', and so do templates that were deleted or replaced' : ''}; there is no way back.`,
    emptied: 'The trash was emptied.',
    kinds: {
      briefs: 'Brief',
      sources: 'Source',
      quotes: 'Quote',
      figures: 'Figure',
      events: 'Event',
      people: 'Person',
    },
  },
}
