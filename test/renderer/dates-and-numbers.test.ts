import { afterEach, expect, test } from 'vitest'
import {
  dateInWords,
  exampleOf,
  momentInWords,
  numberInWords,
  readDateWords,
  region,
  shortNumber,
} from '../../renderer/ui/dates-and-numbers.ts'

afterEach(() => {
  region.value = 'en-GB'
})

/** As one reads them: spaces that do not break are spaces. */
const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ')

test.each([
  ['en-GB', '31 May 2025', '3 May 2025, 09:05', '1,234,567', '1,234.5', '1.2K'],
  ['en-US', 'May 31, 2025', 'May 3, 2025, 09:05 AM', '1,234,567', '1,234.5', '1.2K'],
  ['de-DE', '31. Mai 2025', '3. Mai 2025, 09:05', '1.234.567', '1.234,5', '1,2K'],
  ['fr-FR', '31 mai 2025', '3 mai 2025, 09:05', '1 234 567', '1 234,5', '1,2K'],
  ['ja-JP', '2025年5月31日', '2025年5月3日 09:05', '1,234,567', '1,234.5', '1.2K'],
  ['iso', '2025-05-31', '2025-05-03 09:05', '1 234 567', '1 234.5', '1.2K'],
] as const)('a day, a moment and numbers as in %s', (name, day, moment, count, number, short) => {
  region.value = name
  expect(dateInWords('2025-05-31')).toBe(day)
  expect(plain(momentInWords('2025-05-03T09:05:00'))).toBe(moment)
  expect(plain(numberInWords(1_234_567))).toBe(count)
  expect(shortNumber(1234)).toBe(short)
  expect(plain(exampleOf(name))).toBe(`${day} · ${number}`)
  expect(readDateWords(day, null)?.when).toBe('2025-05-31')
})
