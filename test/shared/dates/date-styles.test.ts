import { describe, expect, test } from 'vitest'
import { dateStyles, inEnglishWords, type Region, regions } from '../../../shared/dates/date-styles.ts'
import { formatEdtf } from '../../../shared/dates/format-edtf.ts'
import { parseDateWords } from '../../../shared/dates/parse-date-words.ts'
import { edtfTable } from './edtf-table.ts'

const said: Record<Exclude<Region, 'en-GB'>, readonly string[]> = {
  'en-US': ['May 1, 2025', 'June 2025', 'spring 2025', 'by June 2025', 'about May 1, 2025'],
  'de-DE': ['1. Mai 2025', 'Juni 2025', 'Frühling 2025', 'by Juni 2025', 'about 1. Mai 2025'],
  'fr-FR': ['1er mai 2025', 'juin 2025', 'printemps 2025', 'by juin 2025', 'about 1er mai 2025'],
  'ja-JP': ['2025年5月1日', '2025年6月', '2025年春', 'by 2025年6月', 'about 2025年5月1日'],
  iso: ['2025-05-01', '2025-06', 'spring 2025', 'by 2025-06', 'about 2025-05-01'],
}

const ranges: Record<Exclude<Region, 'en-GB'>, readonly string[]> = {
  'en-US': [
    'May 3–31, 2025',
    'May 3 – June 2, 2025',
    'December 30, 2025 – January 2, 2026',
    'July–September 2025',
  ],
  'de-DE': [
    '3.–31. Mai 2025',
    '3. Mai – 2. Juni 2025',
    '30. Dezember 2025 – 2. Januar 2026',
    'Juli–September 2025',
  ],
  'fr-FR': [
    '3–31 mai 2025',
    '3 mai – 2 juin 2025',
    '30 décembre 2025 – 2 janvier 2026',
    'juillet–septembre 2025',
  ],
  'ja-JP': ['2025年5月3日–31日', '2025年5月3日–6月2日', '2025年12月30日–2026年1月2日', '2025年7月–9月'],
  iso: ['2025-05-03 – 2025-05-31', '2025-05-03 – 2025-06-02', '2025-12-30 – 2026-01-02', '2025-07 – 2025-09'],
}

describe('a date in the manner of a region', () => {
  const others = regions.filter(name => name !== 'en-GB')

  test.each(others)('is written as in %s', name => {
    const points = ['2025-05-01', '2025-06', '2025-21', '../2025-06', '2025-05-01~']
    expect(points.map(edtf => formatEdtf(edtf, dateStyles[name]))).toEqual(said[name])
  })

  test.each(others)('is written from day to day as in %s', name => {
    const times = [
      '2025-05-03/2025-05-31',
      '2025-05-03/2025-06-02',
      '2025-12-30/2026-01-02',
      '2025-07/2025-09',
    ]
    expect(times.map(edtf => formatEdtf(edtf, dateStyles[name]))).toEqual(ranges[name])
  })

  test.each(others)('is read again from the words of %s, as it is from the British ones', name => {
    const dates = [
      ...edtfTable.map(row => row.edtf),
      ...['2025-05-03/2025-05-31', '2025-05-03/2025-06-02', '2025-12-30/2026-01-02', '2025-07/2025-09'],
      ...Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-01`),
    ].filter(edtf => parseDateWords(formatEdtf(edtf), null)?.when === edtf)
    expect(dates.length).toBeGreaterThan(30)
    for (const edtf of dates) {
      const words = formatEdtf(edtf, dateStyles[name])
      expect([words, parseDateWords(inEnglishWords(words), null)?.when]).toEqual([words, edtf])
    }
  })
})

test('words that are nobody’s date stay as they are', () => {
  for (const words of ['two weeks ago', 'by June', '3/5/2025', 'Maintenance on 5 May', 'maize', 'Q2 2025'])
    expect(inEnglishWords(words)).toBe(words)
  expect(inEnglishWords('3. MAI 2025')).toBe('3 May 2025')
})

test('a year of two digits, which may be of a century or an era, is read as none', () => {
  for (const words of ['25年5月3日', '7年', '令和7年5月3日', '12025年5月'])
    expect([words, inEnglishWords(words)]).toEqual([words, words])
})
