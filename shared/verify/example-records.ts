// The records that the rules' examples speak of: one source, a quote, a figure and an event from it.
import { anchorAt } from '../model/anchor.ts'
import type { Event, Figure, Quote, Source } from '../model/records.ts'
import { attachmentAddress } from '../references/attachment-links.ts'
import type { BriefToVerify } from './rule.ts'

const recordFields = (id: string) => ({
  schema: 5 as const,
  id,
  createdAt: '2025-05-03T09:00:00.000Z',
  updatedAt: '2025-05-03T09:00:00.000Z',
  tags: [],
})

export const exampleSource: Source = {
  ...recordFields('ministry-statement'),
  title: 'Statement of the ministry',
  publisher: 'Ministry of Finance',
  authors: [],
  url: null,
  publishedOn: '2025-05-02',
  capturedAt: '2025-05-03T09:00:00.000Z',
  kind: 'text',
  language: 'en',
  text: 'Japan holds $1.13 trillion in US bonds. “It does exist as an option. Whether or not we act on it is a separate matter,” the minister said. Talks go on through May.',
  sha256: '0'.repeat(64),
  attachment: null,
  marking: null,
  textCorrectedAt: null,
  pages: [],
  images: [],
  refused: [],
}

/** The anchor of words of the example's source. */
function anchorOf(words: string) {
  const start = exampleSource.text.indexOf(words)
  return anchorAt(exampleSource, start, start + words.length)
}

const words = 'It does exist as an option. Whether or not we act on it is a separate matter'

export const exampleQuote: Quote = {
  ...recordFields('kato-option'),
  text: words,
  speaker: 'Katsunobu Kato',
  role: 'Finance Minister',
  organisation: null,
  cue: 'said',
  saidOn: '2025-05-02',
  kind: 'opinion',
  person: null,
  language: null,
  translation: null,
  marking: null,
  anchor: anchorOf(words),
}

export const exampleFigure: Figure = {
  ...recordFields('us-treasuries'),
  measures: 'US Treasury bonds held by Japan',
  value: '1130000000000',
  upper: null,
  unit: 'USD',
  qualifier: null,
  scale: 'trillion',
  asOf: '2025-04',
  shelfLife: null,
  series: null,
  marking: null,
  anchor: anchorOf('$1.13 trillion'),
}

export const exampleEvent: Event = {
  ...recordFields('trade-talks'),
  title: 'Trade talks go on',
  when: '2025-05-02/2025-05-31',
  status: 'expected',
  participants: [],
  place: null,
  marking: null,
  decision: null,
  anchor: anchorOf('through May'),
}

/** The address of a picture that the library has. */
export const examplePicture = attachmentAddress('a'.repeat(64))

/** A brief about the example's records, some of them replaced or added. */
export function exampleBrief(
  body: string,
  records: { quotes?: Quote[]; figures?: Figure[]; events?: Event[]; sources?: Source[] } = {},
): Pick<BriefToVerify, 'brief' | 'evidence' | 'sources' | 'pictures'> {
  const { quotes = [exampleQuote], figures = [exampleFigure], events = [exampleEvent] } = records
  return {
    brief: { body, date: '2025-05-03' },
    evidence: { quotes, figures, events },
    sources: records.sources ?? [exampleSource],
    pictures: { ['a'.repeat(64)]: { width: 1200, height: 800 } },
  }
}
