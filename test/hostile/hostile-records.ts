// One hostile text in every field of records that people or files fill in, and in the text of the brief that links them.
import type { BriefParts } from '../../shared/brief/compose-brief.ts'
import type { Brief, Event, Figure, Person, Quote, Source } from '../../shared/model/records.ts'
import { unsetBrief, unsetEvent, unsetFigure, unsetQuote, unsetSource } from '../unset-fields.ts'

const recordFields = (id: string) => ({
  schema: 5 as const,
  id,
  createdAt: '2025-05-03T09:00:00.000Z',
  updatedAt: '2025-05-03T09:00:00.000Z',
  tags: [],
})

const references = [
  ':quote[]{#hostile-quote} :figure[]{#hostile-figure} :event[]{#hostile-event}',
  ':source[]{#hostile-source} :person[]{#hostile-person} :brief[]{#hostile-brief}',
  '::quote{#hostile-quote}',
  '::figure{#hostile-figure}',
  '::event{#hostile-event}',
  '::source{#hostile-source}',
  '::person{#hostile-person}',
  '::brief{#hostile-brief}',
  '::timeline{}',
].join('\n\n')

/** Fields are filled without asking their schemas, which would refuse many a vector before it came this far. */
export function hostileRecords(vector: string) {
  const source: Source = {
    ...recordFields('hostile-source'),
    ...unsetSource,
    title: vector,
    publisher: vector,
    authors: [vector],
    url: `https://example.org/${vector}`,
    publishedOn: '2025-05-03',
    capturedAt: '2025-05-03T09:00:00.000Z',
    kind: 'markdown',
    language: 'en',
    text: vector,
    sha256: '0'.repeat(64),
    attachment: null,
  }
  const anchor = {
    source: source.id,
    quote: { exact: vector, prefix: '', suffix: '' },
    position: { start: 0, end: vector.length },
  }
  const quote: Quote = {
    ...recordFields('hostile-quote'),
    ...unsetQuote,
    text: vector,
    speaker: vector,
    role: vector,
    organisation: vector,
    cue: vector,
    saidOn: '2025-05-03',
    kind: 'forecast',
    translation: { text: vector, language: 'fr' },
    anchor,
  }
  const figure: Figure = {
    ...recordFields('hostile-figure'),
    ...unsetFigure,
    measures: vector,
    value: '1.5',
    upper: null,
    unit: vector,
    qualifier: null,
    scale: null,
    asOf: '2025-04',
    shelfLife: null,
    anchor,
  }
  const event: Event = {
    ...recordFields('hostile-event'),
    ...unsetEvent,
    title: vector,
    when: '2025-05-03/2025-06',
    status: 'expected',
    participants: [vector],
    place: vector,
    anchor,
  }
  const person: Person = {
    ...recordFields('hostile-person'),
    name: vector,
    kind: 'person',
    aliases: [vector],
    role: vector,
    organisation: vector,
  }
  const brief: Brief = {
    ...recordFields('hostile-brief'),
    ...unsetBrief,
    title: vector,
    body: `${references}\n\n${vector}`,
    template: 'market-morning-note',
    marking: vector,
    recipients: [vector],
    reference: vector,
    date: '2025-05-03',
    dueOn: null,
  }
  return { source, quote, figure, event, person, brief }
}

/** The same as what a brief is composed of, in a form that shows as much as any. */
export function hostileBrief(vector: string): BriefParts {
  const { source, quote, figure, event, person, brief } = hostileRecords(vector)
  const context = { before: vector, words: vector, after: vector, page: vector }
  return {
    brief,
    template: { title: vector, numbered: true, annex: true, notes: 'end', contents: true },
    evidence: { quotes: [quote], figures: [figure], events: [event], people: [person] },
    sources: [source],
    briefs: [brief],
    annex: {
      contexts: { [quote.id]: context },
      answered: [{ wrong: vector, words: vector, reason: vector }],
    },
  }
}
