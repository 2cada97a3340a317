// The sample article as a library would hold it, with evidence of each kind.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anchorAt } from '../../../shared/model/anchor.ts'
import type { Brief, Event, Figure, Quote, Source } from '../../../shared/model/records.ts'
import { unsetBrief, unsetEvent, unsetFigure, unsetQuote, unsetSource } from '../../unset-fields.ts'

const text = readFileSync(join(import.meta.dirname, '../../../resources/sample/japan-treasuries.md'), 'utf8')

const recordFields = (id: string) => ({
  schema: 5 as const,
  id,
  createdAt: '2025-05-03T09:00:00.000Z',
  updatedAt: '2025-05-03T09:00:00.000Z',
  tags: [],
})

export const source: Source = {
  ...recordFields('japan-treasuries'),
  title: 'Japan holds a powerful financial card',
  publisher: 'Binance Square',
  authors: [],
  url: 'https://example.org/japan',
  publishedOn: '2025-05-03',
  capturedAt: '2025-05-04T09:00:00.000Z',
  kind: 'markdown',
  ...unsetSource,
  language: 'en',
  text,
  sha256: 'ab12'.repeat(16),
  attachment: null,
}

function anchorOf(words: string) {
  const start = text.indexOf(words)
  return anchorAt(source, start, start + words.length)
}

function quote(id: string, words: string, who: Pick<Quote, 'speaker' | 'role' | 'organisation'>): Quote {
  return {
    ...recordFields(id),
    ...who,
    text: words,
    cue: null,
    saidOn: null,
    kind: 'opinion',
    ...unsetQuote,
    anchor: anchorOf(words),
  }
}

export const kato = quote(
  'kato-option',
  'It does exist as an option. Whether or not we act on it is a separate matter.',
  { speaker: 'Katsunobu Kato', role: 'Finance Minister', organisation: 'Japan' },
)

const smith = quote(
  'smith-leverage',
  'In high-stakes negotiations, having strong leverage matters. You don’t necessarily have to use it—just make sure the other side knows it’s there.',
  { speaker: 'Nicholas Smith', role: 'strategist', organisation: 'CLSA' },
)

export const treasuries: Figure = {
  ...recordFields('us-treasuries'),
  measures: 'US Treasury bonds held by Japan',
  value: '1130000000000',
  upper: null,
  unit: 'USD',
  qualifier: null,
  scale: 'trillion',
  asOf: '2025-04',
  shelfLife: null,
  ...unsetFigure,
  anchor: anchorOf('$1.13 trillion'),
}

function event(id: string, words: string, title: string, when: string): Event {
  return {
    ...recordFields(id),
    title,
    when,
    status: 'expected',
    participants: [],
    ...unsetEvent,
    place: null,
    anchor: anchorOf(words),
  }
}

export const talks = event('talks', 'through May', 'Trade talks continue', '2025-05-03/2025-05-31')
export const resolution = event('resolution', 'by June', 'Potential resolutions', '../2025-06')

export const evidence = { quotes: [kato, smith], figures: [treasuries], events: [talks, resolution] }

export function briefWith(body: string, fields: Partial<Brief> = {}): Brief {
  return {
    ...recordFields('the-brief'),
    title: 'The brief',
    body,
    template: 'market-morning-note',
    marking: null,
    recipients: [],
    date: null,
    dueOn: null,
    ...unsetBrief,
    ...fields,
  }
}
