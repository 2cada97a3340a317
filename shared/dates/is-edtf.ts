import { parse } from 'edtf'
import { firstDay, lastDay } from './edtf-days.ts'

/** Whether a text is EDTF of level 1, without a time of day, and with the ends of an interval in their order. */
export function isEdtf(text: string): boolean {
  // Nearly every date in a library is such a day, and the grammar takes a thousand times longer to say so.
  const [, day] = /^\d{4}-(?:0[1-9]|1[0-2])-(\d\d)$/.exec(text) ?? []
  if (day !== undefined && '01' <= day && day <= '28') return true
  if (text.includes('T')) return false
  try {
    parse(text, { level: 1 })
  } catch {
    return false
  }
  const [start, end] = [firstDay(text), lastDay(text)]
  return start === null || end === null || start.toString() <= end.toString()
}
