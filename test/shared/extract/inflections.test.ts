import { expect, test } from 'vitest'
import { formsOf } from '../../../shared/extract/inflections.ts'

test.each([
  ['say', ['says', 'said', 'saying']],
  ['argue', ['argues', 'argued', 'arguing']],
  ['agree', ['agrees', 'agreed', 'agreeing']],
  ['reply', ['replies', 'replied', 'replying']],
  ['stress', ['stresses', 'stressed', 'stressing']],
  ['quip', ['quips', 'quipped', 'quipping']],
  ['admit', ['admits', 'admitted', 'admitting']],
  ['report', ['reports', 'reported', 'reporting']],
  ['note', ['notes', 'noted', 'noting']],
  ['write', ['writes', 'wrote', 'written', 'writing']],
])('the forms of %j', (verb, forms) => {
  expect(formsOf(verb)).toEqual(forms)
})
