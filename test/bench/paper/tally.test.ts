import { expect, test } from 'vitest'
import { mustPrintAsMuch } from './tally.ts'

test('a peer that leaves out a tenth of the words, or prints that many more, is no measure', () => {
  const ours = { pages: 10, words: 1000 }
  expect(() => mustPrintAsMuch('A peer', { pages: 12, words: 901 }, ours)).not.toThrow()
  expect(() => mustPrintAsMuch('A peer', { pages: 10, words: 899 }, ours)).toThrow(
    'A peer prints 899 words where we print 1000',
  )
  expect(() => mustPrintAsMuch('A peer', { pages: 10, words: 1101 }, ours)).toThrow('1101')
})
