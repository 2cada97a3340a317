import { expect, test } from 'vitest'
import { bodiesOf } from '../../../shared/extract/bodies.ts'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'

const namesIn = (text: string) => bodiesOf(text).named.map(({ name }) => name)

test.each<[text: string, names: string[]]>([
  ['The crew met Quay Bank in Oslo.', ['Quay Bank']],
  ['The Ministry of Ports and Harbours closed.', ['Ministry of Ports and Harbours']],
  ['Norway’s Port Ministry closed.', ['Port Ministry']],
  ['Quay Bank’s plan failed.', ['Quay Bank']],
  ['Quay Bank President Ann Bell left.', ['Quay Bank']],
  ['Ann Bell of Quay Group left.', ['Quay Group']],
  ['She left for CLSA.', ['CLSA']],
  ['It rained in the UK at 5 PM.', []],
  ['Ann Bell left the harbour.', []],
  ['A Bank for Each Small Harbour Town Opens Today\nIt rained.', []],
])('%s', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test('initials are given the name they stand for', () => {
  const bodies = bodiesOf('The Northern Harbour Fund met. The NHF will pay.')
  expect(bodies.named.map(({ text, name }) => [text, name])).toEqual([
    ['Northern Harbour Fund', 'Northern Harbour Fund'],
    ['NHF', 'Northern Harbour Fund'],
  ])
  expect(bodies.fullName('NHF')).toBe('Northern Harbour Fund')
})

test('a description is the body of that kind named last before it', () => {
  const text = 'Quay Bank met Salt Fund. Then the bank left, and the company too.'
  const { describedBy } = bodiesOf(text)
  expect(describedBy('bank', 30)?.name).toBe('Quay Bank')
  expect(describedBy('company', 30)?.name).toBe('Salt Fund')
  expect(describedBy('bank', 0)).toBeNull()
  expect(describedBy('ship', 30)).toBeNull()
})

test('bodies are proposed beside people, in the order of the text', () => {
  const { people } = findEvidence('Quay Bank hired Ann Bell, a teacher. Salt Fund did not.', null)
  expect(people.map(({ text, kind }) => [text, kind])).toEqual([
    ['Quay Bank', 'organisation'],
    ['Ann Bell', 'person'],
    ['Salt Fund', 'organisation'],
  ])
})
