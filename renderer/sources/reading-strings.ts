// The words of the reading view: looking for words, the size of the text, and its margin.

export const readingStrings = {
  reading: {
    find: 'Find in the source',
    findNext: 'Next place',
    findPrevious: 'Place before',
    findClose: 'Close the search',
    notFound: 'Not found',
    foundAt: (at: number, count: number) => `${at} of ${count}`,
    larger: 'Larger text',
    smaller: 'Smaller text',
    margin: 'Evidence in the margin',
  },
}
