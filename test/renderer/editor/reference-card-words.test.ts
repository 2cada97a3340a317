import { expect, test } from 'vitest'
import { cardWords } from '../../../renderer/editor/reference-card-words.ts'
import { emptyLists } from '../../../renderer/state/lists.ts'
import type { LibraryLists } from '../../../shared/answers.ts'
import { unsetEvent, unsetQuote } from '../../unset-fields.ts'

const record = { schema: 5 as const, createdAt: '', updatedAt: '', tags: [] }
const anchor = { source: 'article', position: { start: 0, end: 1 } } as NonNullable<
  LibraryLists['quotes'][number]['anchor']
>
const lists: LibraryLists = {
  ...emptyLists,
  sources: [
    { id: 'article', title: 'Japan and its bonds', publisher: 'The Post', publishedOn: '2025-05-03' },
  ] as LibraryLists['sources'],
  quotes: [
    {
      ...record,
      id: 'kato',
      anchor,
      text: 'It does exist. '.repeat(40).trim(),
      speaker: 'Katsunobu Kato',
      role: 'Finance Minister',
      organisation: null,
      cue: null,
      saidOn: '2025-05-02',
      kind: 'opinion',
      ...unsetQuote,
    },
  ],
  events: [
    {
      ...record,
      id: 'talks',
      anchor: null,
      title: 'Talks',
      when: '2025-06',
      status: 'expected',
      participants: ['Japan', 'the United States'],
      place: 'Washington',
      ...unsetEvent,
    },
  ],
}

test('a quote says its words, who said them and when, and its source with the date', () => {
  const card = cardWords(lists, 'quote', 'kato')
  expect(card).toMatchObject({
    details: ['Katsunobu Kato, Finance Minister', '2 May 2025'],
    source: 'Japan and its bonds · The Post · 3 May 2025',
    isUnfinished: false,
  })
  expect(card?.head).toMatch(/^“It does exist\. .*…$/)
  expect(card?.head.length).toBeLessThanOrEqual(400)
})

test('an event says when and where it is and who takes part, and that no source is behind it', () => {
  expect(cardWords(lists, 'event', 'talks')).toEqual({
    head: 'Talks',
    details: ['June 2025', 'Washington', 'Japan, the United States', 'Expected'],
    source: null,
    isUnfinished: true,
  })
})

test('nothing is said of what is not there, or is of another kind', () => {
  expect(cardWords(lists, 'quote', 'nobody')).toBeNull()
  expect(cardWords(lists, 'figure', 'kato')).toBeNull()
  expect(cardWords(lists, 'source', 'article')?.head).toBe('Japan and its bonds')
})
