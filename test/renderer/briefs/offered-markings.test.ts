import { expect, test } from 'vitest'
import { offeredMarkings } from '../../../renderer/briefs/offered-markings.ts'

test('those of the scheme that a form is marked by, then those of none', () => {
  expect(offeredMarkings('CUI')).toEqual([
    'UNCLASSIFIED',
    'CUI',
    'CONFIDENTIAL',
    'SECRET',
    'TOP SECRET',
    'IN CONFIDENCE',
    'EMBARGOED',
    'DRAFT',
  ])
})

test('each of every scheme once where a form has no marking, or one of its own', () => {
  const all = offeredMarkings(null)
  expect(all).toEqual(expect.arrayContaining(['OFFICIAL', 'PROTECTED B', 'INTERNAL', 'DRAFT']))
  expect(new Set(all).size).toBe(all.length)
  expect(offeredMarkings('FOR THE CABINET')).toEqual(all)
})
