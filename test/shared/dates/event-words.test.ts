import { describe, expect, test } from 'vitest'
import { eventWords } from '../../../shared/dates/event-words.ts'

describe('eventWords', () => {
  test.each<[words: string, when: string | null, printed: string]>([
    ['through May', '2025-05-03/2025-05-31', 'through May 2025'],
    ['by June', '../2025-06', 'by June 2025'],
    ['Tuesday', '2025-05-06', 'Tuesday 6 May 2025'],
    ['May 3', '2025-05-03', 'May 3, 2025'],
    ['3 May', '2025-05-03', '3 May 2025'],
    ['mid-May', '2025-05~', 'mid-May 2025'],
    ['by the end of March', '../2017-03-31', 'by the end of March 2017'],
    ['last week', '2025-04-21/2025-04-27', 'last week (21–27 April 2025)'],
    ['yesterday', '2025-05-02', 'yesterday (2 May 2025)'],
    ['next year', '2026', 'next year (2026)'],
    ['June 2025', '2025-06', 'June 2025'],
    ['the 1990s', '199X', 'the 1990s'],
    ['by June', '../2025-07', 'by June (by July 2025)'],
    ['with potential resolutions by June', '../2025-06', 'with potential resolutions by June 2025'],
    ['by June', null, 'by June'],
  ])('prints “%s” of %s as “%s”', (words, when, printed) => {
    expect(eventWords(words, when)).toBe(printed)
  })
})
