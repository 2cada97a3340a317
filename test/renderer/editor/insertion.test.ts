import { describe, expect, test } from 'vitest'
import { type Linkable, linkQuery, referenceTo } from '../../../renderer/editor/insertion.ts'
import { parseReferences } from '../../../shared/references/parse-references.ts'
import { unsetEvent, unsetFigure, unsetQuote } from '../../unset-fields.ts'

const record = { schema: 5 as const, createdAt: '', updatedAt: '', tags: [], anchor: null }
const quote: Linkable = {
  kind: 'quote',
  record: {
    ...record,
    id: 'kato',
    text: 'It does [exist] as an option',
    speaker: 'Kato',
    role: null,
    organisation: null,
    cue: null,
    saidOn: null,
    kind: 'opinion',
    ...unsetQuote,
  },
}
const figure: Linkable = {
  kind: 'figure',
  record: {
    ...record,
    id: 'bonds',
    measures: 'Bonds',
    value: '1130000000000',
    upper: null,
    unit: 'USD',
    qualifier: null,
    scale: 'trillion',
    asOf: null,
    shelfLife: null,
    ...unsetFigure,
  },
}
const event: Linkable = {
  kind: 'event',
  record: {
    ...record,
    id: 'talks',
    title: 'Talks',
    when: '../2025-06',
    status: 'expected',
    participants: [],
    ...unsetEvent,
    place: null,
  },
}

describe('what the picker inserts', () => {
  test('a quote in a sentence is linked without a label, so that it shows its own words', () => {
    expect(referenceTo(quote, false)).toBe(':quote[]{#kato}')
  })

  test('a quote alone on its line is a block', () => {
    expect(referenceTo(quote, true)).toBe('::quote{#kato}')
  })

  test('a figure and an event stand in the sentence without a label, on a line of their own too', () => {
    expect(referenceTo(figure, true)).toBe(':figure[]{#bonds}')
    expect(referenceTo(event, true)).toBe(':event[]{#talks}')
  })

  test('whatever is inserted is found again by parsing', () => {
    const body = [quote, figure, event].map(item => referenceTo(item, false)).join(' and ')
    expect(parseReferences(body).map(({ id }) => id)).toEqual(['kato', 'bonds', 'talks'])
  })
})

describe('a link being typed', () => {
  test.each([
    ['@', { from: 0, query: '' }],
    ['said @kato', { from: 5, query: 'kato' }],
    ['said @kato opt', { from: 5, query: 'kato opt' }],
    ['(@kato', { from: 1, query: 'kato' }],
    ['see [[us bonds', { from: 4, query: 'us bonds' }],
  ])('“%s” opens the picker', (before, expected) => {
    expect(linkQuery(before)).toEqual(expected)
  })

  test.each(['someone@example', 'rates @ 5', '', '[one', 'said @kato]', ':quote["a"]{#b}'])(
    '“%s” does not',
    before => {
      expect(linkQuery(before)).toBeNull()
    },
  )
})
