import { firstDay } from './edtf-days.ts'

/**
 * Whether there is each day that an EDTF date of level 1 names: the standard's grammar takes a 29 February of any year. It is
 * asked of what is typed, not of what is stored: a record that has such a date is to be mended, not damaged.
 */
export function namesRealDays(edtf: string): boolean {
  return edtf.split('/').every(end => !/^\d{4}-\d{2}-\d{2}[~?%]?$/.test(end) || firstDay(end) !== null)
}
