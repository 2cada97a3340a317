// The words of suggestions.

import { numberInWords } from '../ui/dates-and-numbers.ts'
export const suggestionsStrings = {
  suggestions: {
    title: 'Suggestions',
    list: 'Suggested evidence',
    all: 'All',
    kinds: 'Kind of suggestion',
    accept: 'Accept',
    change: 'Change',
    refuse: 'Refuse',
    acceptAll: {
      all: 'Accept all',
      quote: 'Accept all quotes',
      figure: 'Accept all figures',
      event: 'Accept all events',
    },
    acceptSure: (count: number) => `Accept the ${count} sure ones`,
    deciding: 'Working…',
    manyTitle: (count: number) => `Accept ${numberInWords(count)} suggestions at once?`,
    manyText: 'Each becomes a piece of evidence. They can be taken back together, with U.',
    leftUnsure: (count: number) =>
      count === 1
        ? 'One that is less sure still waits.'
        : `${numberInWords(count)} that are less sure still wait.`,
    more: 'The rest of this long text is still being read.',
    looking: 'Looking for evidence…',
    newBrief: 'New brief from this source',
    none: 'Nothing is left to suggest here. Select words yourself and press Q, F or T.',
    noneOfKind: 'None of this kind is left.',
    refused: (count: number) =>
      count === 1 ? '1 suggestion was refused.' : `${count} suggestions were refused.`,
    bringBack: 'Propose again',
    toggle: (count: number) => (count === 0 ? 'Suggestions' : `Suggestions ${count}`),
    walk: 'J and K walk',
    asOf: (day: string) => `as of ${day}`,
    noDay: (words: string) => `“${words}”, of no known day: the source has no date`,
    spoken: (kind: string, head: string, detail: string, at: number, of: number) =>
      `${kind}: ${head}, ${detail}. ${at} of ${of}.`,
    made: (quotes: number, figures: number, events: number) =>
      quotes + figures + events === 0
        ? 'Nothing was made.'
        : `Made ${listed([counted(quotes, 'quote'), counted(figures, 'figure'), counted(events, 'event')])}.`,
    leftUndated: (count: number) =>
      count === 1
        ? 'One event has no date that can be told and still waits; give it one with E.'
        : `${count} events have no date that can be told and still wait; give each one with E.`,
  },
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat('en').format(parts.filter(Boolean))
}
