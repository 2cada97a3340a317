import { expect, test } from 'vitest'
import { knownMarkings, knownRoles } from '../../../renderer/evidence/known-words.ts'
import { lists } from '../../../renderer/state/desk.ts'
import { emptyLists, withRecord } from '../../../renderer/state/lists.ts'
import type { Quote } from '../../../shared/model/records.ts'
import { unsetQuote } from '../../unset-fields.ts'

const quote = (id: string, fields: Pick<Quote, 'role' | 'marking'>): Quote => ({
  schema: 5,
  id,
  createdAt: '2025-05-03T10:00:00.000Z',
  updatedAt: '2025-05-03T10:00:00.000Z',
  tags: [],
  text: 'A sale.',
  speaker: 'Kato',
  organisation: null,
  cue: null,
  saidOn: null,
  kind: 'opinion',
  ...unsetQuote,
  anchor: null,
  ...fields,
})

test('what records say is offered once, in order, and follows the lists', () => {
  const quotes = [
    quote('one', { role: 'Minister', marking: 'OFFICIAL' }),
    quote('two', { role: 'Governor', marking: null }),
    quote('three', { role: 'Minister', marking: 'OFFICIAL' }),
  ]
  lists.value = { ...emptyLists, quotes }
  expect(knownRoles.value).toEqual(['Governor', 'Minister'])
  expect(knownMarkings.value).toEqual(['OFFICIAL'])
  lists.value = withRecord(lists.value, 'quotes', quote('four', { role: 'Aide', marking: 'PUBLIC' }))
  expect(knownRoles.value).toEqual(['Aide', 'Governor', 'Minister'])
  expect(knownMarkings.value).toEqual(['OFFICIAL', 'PUBLIC'])
  lists.value = emptyLists
})
