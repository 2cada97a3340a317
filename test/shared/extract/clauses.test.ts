import { describe, expect, test } from 'vitest'
import { clauseOf, shortened } from '../../../shared/extract/clauses.ts'

describe('the verb of a clause', () => {
  const verbOf = (text: string) => {
    const clause = clauseOf(text)
    return clause?.words[clause.verb]?.text
  }

  test.each([
    ['The mill burned down', 'burned'],
    ['The board votes on the sale', 'votes'],
    ['Mills close in winter', 'close'],
    ['The costs of the mill rose', 'rose'],
    ['The mill that the town built fell', 'fell'],
    ['The top 2 percent paid more', 'paid'],
    ['Slate-roofed mills burned', 'burned'],
    ['Will Hall may leave', 'may'],
  ])('%s: %s', (text, verb) => {
    expect(verbOf(text)).toBe(verb)
  })

  test.each([
    'The old mill',
    'in the mill that burned',
    'was sold',
    'The first mill in which women worked',
    '',
  ])('none with its subject in: %s', text => {
    expect(clauseOf(text)).toBeNull()
  })
})

describe('shortened words', () => {
  test.each([
    ['The mill burned in the night', 4, 'The mill burned'],
    ['The mill has a very old stone', 3, 'The mill'],
    ['The trust sold the old stone mill', 5, 'The trust sold the old stone mill'],
    ['The mill burned', 9, 'The mill burned'],
    ['The mill burned of', 9, 'The mill burned'],
  ])('%s, %i', (text, most, short) => {
    expect(shortened(text, most)).toBe(short)
  })
})
