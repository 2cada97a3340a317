// The words of the timeline.

import { numberInWords } from '../ui/dates-and-numbers.ts'

const events = (count: number) => (count === 1 ? '1 event' : `${numberInWords(count)} events`)

export const timelineStrings = {
  timeline: {
    emptyTitle: 'Nothing on the timeline yet',
    emptyText:
      'Events stand here in the order of time: a dot for a day, a bar for a month or a year, fading ends for “about”, an arrow for what goes on. What is expected is hollow, and turns red when its day has gone by. Mark “by June” in a source and press T, or write an event down.',
    emptyExample: 'How dates are drawn',
    examples: ['3 May 2025', 'May 2025', 'about May 2025', 'from May 2025', 'expected', 'expected, overdue'],
    newEvent: 'New event',
    goToSources: 'Go to sources',
    search: 'Search events',
    filters: 'Which events',
    filterBy: { tag: 'Tag', person: 'Person', source: 'Source', brief: 'Brief', standing: 'Status' },
    any: {
      tag: 'Any tag',
      person: 'Anybody',
      source: 'Any source',
      brief: 'Any brief',
      standing: 'Any status',
    },
    standings: { occurred: 'occurred', expected: 'expected', overdue: 'overdue' },
    standingChoices: { occurred: 'Occurred', expected: 'Expected', overdue: 'Overdue' },
    clearFilter: 'Clear filter',
    noneFits: 'No event fits what you ask for.',
    noneDated: 'No event here has a day that is known. They stand in the list.',
    look: 'Look',
    looks: { picture: 'Picture', list: 'List' },
    copy: 'Copy as a timeline',
    copyTip: 'Copies ::timeline{…} for a brief: this filter, and the time in sight',
    copied: (directive: string) => `In the clipboard: ${directive}`,
    copiedPart: (directive: string) =>
      `In the clipboard: ${directive}. A timeline in a brief cannot ask for words, a brief, or what is overdue, so it may show more.`,
    notCopied: (reason: string) => `Nothing was copied: ${reason}`,
    insert: (title: string) =>
      `Insert into “${title.length > 24 ? `${title.slice(0, 23).trimEnd()}…` : title}”`,
    picture: 'Events in time',
    pictureHint:
      'Plus and minus zoom, 0 shows all, T goes to today, the left and right arrows move. The down arrow or Enter goes to the events in sight; there the arrows go from event to event in the order of time, Enter opens one, S shows it in its source, and Escape comes back.',
    inSight: (time: string, count: number) => `${time}, ${events(count)} in sight`,
    /** What stands beside its mark is a part of it: “overdue” and the title. */
    single: (when: string, title: string, standing: 'occurred' | 'expected' | 'overdue') =>
      standing === 'overdue' ? `${when}, overdue: ${title}` : `${when}: ${title}, ${standing}`,
    overdueBefore: 'overdue · ',
    column: (count: number, time: string) => `${events(count)} in ${time}. Enter opens them.`,
    today: 'Today',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    all: 'All',
    list: 'Events',
    undated: 'No known day',
    undatedCount: (count: number) => `${events(count)} without a known day, in the list`,
    noSource: 'No source',
  },
}
