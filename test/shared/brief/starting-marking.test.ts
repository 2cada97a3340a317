import { expect, test } from 'vitest'
import { startingMarking } from '../../../shared/brief/starting-marking.ts'

test.each([
  ['the form says nothing', null, 'EMBARGOED', 'EMBARGOED'],
  ['the form says less', 'OFFICIAL', 'SECRET', 'SECRET'],
  [
    'the form says the same in other letters',
    'OFFICIAL-SENSITIVE',
    'Official sensitive',
    'Official sensitive',
  ],
  ['nothing is preferred', 'OFFICIAL', null, 'OFFICIAL'],
  ['neither says anything', null, null, null],
  ['the form says more', 'SECRET', 'OFFICIAL', 'SECRET'],
  ['what is preferred is of another scheme', 'UNCLASSIFIED', 'OFFICIAL-SENSITIVE', 'UNCLASSIFIED'],
  ['the form has a caveat', 'SECRET//NOFORN', 'SECRET', 'SECRET//NOFORN'],
  ['the form has a caveat under a lower level', 'CUI//SP-PRVCY', 'SECRET', 'CUI//SP-PRVCY'],
  ['what is preferred has a caveat', 'SECRET', 'SECRET//NOFORN', 'SECRET//NOFORN'],
  ['what is preferred is of no scheme', 'OFFICIAL', 'EMBARGOED', 'OFFICIAL'],
])('where %s', (_, marking, preferred, expected) => {
  expect(startingMarking({ marking }, preferred)).toBe(expected)
})
