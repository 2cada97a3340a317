import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatEdtf } from '../../../shared/dates/format-edtf.ts'

const forms: [edtf: string, words: string][] = [
  ['2025-05-03', '3 May 2025'],
  ['2025-06', 'June 2025'],
  ['2025', '2025'],
  ['2025-21', 'spring 2025'],
  ['2025-22', 'summer 2025'],
  ['2025-23', 'autumn 2025'],
  ['2025-24', 'winter 2025'],
  ['../2025-06', 'by June 2025'],
  ['../2017-03-31', 'by 31 March 2017'],
  ['2025-06/..', 'from June 2025'],
  ['2025-06/', 'from June 2025, end unknown'],
  ['/2025-06', 'until June 2025, start unknown'],
  ['2025-05-03/2025-05-31', '3–31 May 2025'],
  ['2025-05-03/2025-06-02', '3 May – 2 June 2025'],
  ['2025-12-30/2026-01-02', '30 December 2025 – 2 January 2026'],
  ['2025-07/2025-09', 'July–September 2025'],
  ['2025-12/2026-02', 'December 2025 – February 2026'],
  ['2025-21/2025-22', 'spring–summer 2025'],
  ['2009/2013', '2009–2013'],
  ['2025-05-03/2025-06', '3 May 2025 to June 2025'],
  ['2025-05-03/2025-05-03', '3 May 2025'],
  ['2025-06~', 'about June 2025'],
  ['2026~', 'about 2026'],
  ['2025-06?', 'June 2025 (uncertain)'],
  ['2025-06%', 'about June 2025 (uncertain)'],
  ['../2025-06~', 'by about June 2025'],
  ['2025-06~/2025-08', 'about June 2025 to August 2025'],
  ['198X', 'the 1980s'],
  ['198X/199X', 'the 1980s to the 1990s'],
  ['19XX', 'some year from 1900 to 1999'],
  ['2025-XX', 'some time in 2025'],
  ['2025-XX-XX', 'some time in 2025'],
  ['2025-06-XX', 'some time in June 2025'],
  ['0800', 'AD 800'],
]

describe('formatEdtf', () => {
  test.each(forms)('says %s as “%s”', (edtf, words) => {
    expect(formatEdtf(edtf)).toBe(words)
  })

  test.each([
    '',
    '..',
    '../..',
    '-0044-03-15',
    'Y170000002',
    '2025-13',
    '2025-02-30',
    '?2004-06',
    'soon',
    '2025/2026/2027',
  ])('gives “%s” back as it stands', edtf => {
    expect(formatEdtf(edtf)).toBe(edtf)
  })

  test('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\dX~?%./-]{0,24}$/)), text => {
        expect(typeof formatEdtf(text)).toBe('string')
      }),
    )
  })
})
