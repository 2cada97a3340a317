// The words of the search room.
import { numberInWords } from '../ui/dates-and-numbers.ts'

export const searchStrings = {
  search: {
    title: 'Search',
    field: 'Search the library',
    placeholder: 'Words, “exact words”, or a field such as speaker:',
    results: 'What was found',
    kindsLabel: 'Kinds',
    all: 'All',
    kinds: {
      brief: 'Briefs',
      source: 'Sources',
      quote: 'Quotes',
      figure: 'Figures',
      event: 'Events',
      person: 'People',
    },
    keep: 'Save this search',
    keepNoMore: 'Remove it from the saved searches',
    count: (count: number, isMore: boolean) =>
      isMore
        ? `More than ${numberInWords(count)} found`
        : count === 1
          ? '1 found'
          : `${numberInWords(count)} found`,
    most: (count: number) => `These are the first ${numberInWords(count)}. One more word finds fewer.`,
    readAs: (typed: string, read: readonly string[]) => `Nothing has “${typed}”; shown for ${inMarks(read)}.`,
    like: (title: string) => `Like “${title}”`,
    likeGone: 'Like a source that is no longer here',
    likeRemove: 'Look for words again, and not for what is like this source',
    moreLikeThis: 'More like this',
    noneTitle: (words: string) => `Nothing here has “${words}”`,
    noneFits: 'Nothing here fits all of this',
    noneLike: 'Nothing else reads like this source',
    noneText: 'Every word that is typed must be in what is found.',
    offersText: 'This may help:',
    noneYet: 'The library is still being read; what is in the rest will show as it comes.',
    offers: {
      kinds: 'Look in every kind',
      dates: 'From any date',
      markings: 'Look under any marking',
      excluded: 'Leave nothing out',
      fields: 'Look for these words anywhere',
      phrases: 'Take the words in any order',
      like: 'Look beyond what is like this source',
    },
    exclusionAlone: 'Name a word that is to be there, too.',
    saved: 'Saved searches',
    savedEmpty: 'The star keeps a search in this library.',
    remove: (query: string) => `Remove “${query}”`,
    removed: (query: string) => `“${query}” is no longer among the saved searches.`,
    examples: 'How to ask',
    exampleOf: {
      words: 'Both words, wherever they stand; the last may go on',
      phrase: 'These words, one after the other',
      speaker: 'Quotes of somebody',
      narrowed: 'Under a marking, before a day, with a tag',
      excluded: 'The one, and not the other',
    },
    reading: (done: number, of: number) =>
      `Reading the library for search: ${numberInWords(done)} of ${numberInWords(of)}`,
    readingLabel: 'Reading the library for search',
    stopped: (done: number, of: number) =>
      `${numberInWords(done)} of ${numberInWords(of)} can be found. The rest is read at the next start, or once the index is rebuilt.`,
    rebuilt: 'The search index is made anew.',
    failed: (reason: string) => `This could not be looked for. ${reason}`,
    everything: (query: string) => `Search everything for “${query}”`,
    everythingDetail: 'in all texts',
  },
}

/** “minister”, “ministers” or “ministry” */
function inMarks(words: readonly string[]): string {
  const marked = words.map(word => `“${word}”`)
  const last = marked.pop() ?? ''
  return marked.length === 0 ? last : `${marked.join(', ')} or ${last}`
}
