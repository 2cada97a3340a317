// Dates of EDTF level 1 as an event may have them, and what each means; the form, the terminal and the checks are all tried on them.

export type EdtfRow = {
  edtf: string
  /** The first and the last day that it covers; null where that end is open or unknown. */
  first: string | null
  last: string | null
}

const row = (edtf: string, first: string | null, last: string | null): EdtfRow => ({ edtf, first, last })

export const edtfTable: readonly EdtfRow[] = [
  // Day, month, year.
  row('2025-05-31', '2025-05-31', '2025-05-31'),
  row('2024-02-29', '2024-02-29', '2024-02-29'),
  row('2025-02', '2025-02-01', '2025-02-28'),
  row('2024-02', '2024-02-01', '2024-02-29'),
  row('2025', '2025-01-01', '2025-12-31'),
  // Seasons of the north; winter goes on into the next year.
  row('2025-21', '2025-03-01', '2025-05-31'),
  row('2025-22', '2025-06-01', '2025-08-31'),
  row('2025-23', '2025-09-01', '2025-11-30'),
  row('2025-24', '2025-12-01', '2026-02-28'),
  // Uncertain, approximate, and both.
  row('2025-05-31?', '2025-05-31', '2025-05-31'),
  row('2025-05-31~', '2025-05-31', '2025-05-31'),
  row('2025-05~', '2025-05-01', '2025-05-31'),
  row('2025-05?', '2025-05-01', '2025-05-31'),
  row('2025-05%', '2025-05-01', '2025-05-31'),
  row('2025~', '2025-01-01', '2025-12-31'),
  row('2025%', '2025-01-01', '2025-12-31'),
  // Digits that are not known.
  row('202X', '2020-01-01', '2029-12-31'),
  row('20XX', '2000-01-01', '2099-12-31'),
  row('2025-XX', '2025-01-01', '2025-12-31'),
  row('2025-05-XX', '2025-05-01', '2025-05-31'),
  row('2025-XX-XX', '2025-01-01', '2025-12-31'),
  // Intervals.
  row('2025-05-03/2025-06-30', '2025-05-03', '2025-06-30'),
  row('2025-05/2025-06', '2025-05-01', '2025-06-30'),
  row('2024/2025', '2024-01-01', '2025-12-31'),
  row('2024-11/2025-02-14', '2024-11-01', '2025-02-14'),
  row('2025-05~/2025-06?', '2025-05-01', '2025-06-30'),
  row('2025-05%/2025-06-15', '2025-05-01', '2025-06-15'),
  // Ends that are open, and ends that are not known.
  row('../2025-06', null, '2025-06-30'),
  row('../2025-06-15~', null, '2025-06-15'),
  row('2025-05/..', '2025-05-01', null),
  row('/2025-06', null, '2025-06-30'),
  row('2025-05-03/', '2025-05-03', null),
]

/** What the grammar takes, though there is no such day: it may be stored, and not typed. */
export const noDays = ['2025-02-29', '2025-02-30~', '2025-05-01/2025-06-31']

/** What is no date of level 1, or none that an event may have. */
export const noEdtf = [
  '2025-13',
  '2025-5-3',
  '2025-25',
  '2025-06/2025-05',
  '2025-05-03T10:00',
  '2025-05-31!',
  '2025-?05',
  '{2025,2026}',
  // Seasons are neither qualified nor ends before level 2.
  '2025-21~',
  '2025-21/2025-22',
  '31/05/2025',
]
