import { expect, test } from 'vitest'
import { countWords } from '../../../renderer/editor/shown-record.ts'
import { emptyLists } from '../../../renderer/state/lists.ts'
import { unsetEvent } from '../../unset-fields.ts'

const lists = {
  ...emptyLists,
  events: [
    {
      schema: 5 as const,
      id: 'talks',
      createdAt: '',
      updatedAt: '',
      tags: [],
      anchor: null,
      title: 'Talks',
      when: '../2025-06',
      status: 'expected' as const,
      participants: [],
      ...unsetEvent,
      place: null,
    },
  ],
}

test.each([
  ['Talks end :event[]{#talks}.', 5],
  ['Talks end :event[soon]{#talks}.', 3],
  ['::event{#talks}', 3],
  ['Talks end :event[]{#nothing}.', 2],
  ['## Issue <!-- what is it? -->', 1],
])('“%s” is read as so many words', (text, words) => {
  expect(countWords(text, lists)).toBe(words)
})
