import { expect, test } from 'vitest'
import { haveSameWords } from '../../../shared/likeness/same-words.ts'

const markdown = (text: string) => ({ text, kind: 'markdown' as const })
const plain = (text: string) => ({ text, kind: 'text' as const })

test('words are the same however they are set', () => {
  expect(
    haveSameWords(markdown('“It *does* exist – as an option”'), plain('"It does\nexist - as an option"')),
  ).toBe(true)
  expect(haveSameWords(markdown('# Rates\n\n- held\n'), plain('Rates\n\nheld'))).toBe(true)
})

test.each([
  ['Holdings fell by 0.4%.', 'Holdings fell by -0.4%.'],
  ['It costs $5 million.', 'It costs €5 million.'],
  ['He will not resign.', 'He will resign.'],
  ['Rates: 1,5', 'Rates: 15'],
  ['The US said so.', 'The us said so.'],
  ['It is true.', 'It is true?'],
  ['10 m²', '10 m'],
])('%j and %j are not', (one, other) => {
  expect(haveSameWords(plain(one), plain(other))).toBe(false)
  expect(haveSameWords(markdown(one), markdown(other))).toBe(false)
})
