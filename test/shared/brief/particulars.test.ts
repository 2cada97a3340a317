import { expect, test } from 'vitest'
import { particularsOf } from '../../../shared/brief/particulars.ts'

const none = { recipients: [], date: null, due: null, dueName: 'Critical date', reference: null, issue: null }

test('what a brief says of itself stands in the order of a letter, and what it does not say is left out', () => {
  expect(particularsOf(none)).toEqual([])
  const all = {
    ...none,
    recipients: ['A', 'B'],
    date: '3 May 2025',
    due: '9 May 2025',
    reference: 'MC-25-00417',
  }
  expect(particularsOf({ ...all, issue: 'v1, 4 May 2025' })).toEqual([
    { name: 'To', value: 'A; B' },
    { name: 'Date', value: '3 May 2025' },
    { name: 'Critical date', value: '9 May 2025' },
    { name: 'Reference', value: 'MC-25-00417' },
    { name: 'Issued', value: 'v1, 4 May 2025' },
  ])
})
