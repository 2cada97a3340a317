import { formatEdtf } from '../../shared/dates/format-edtf.ts'

/** A day of the calendar, `YYYY-MM-DD`, as people write it. */
export function dayInWords(day: string): string {
  return formatEdtf(day)
}

const instantFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const momentFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** The day and minute of an instant, in the time zone of this machine. */
export function momentInWords(instant: string): string {
  return momentFormat.format(new Date(instant))
}

/** The day of an instant, in the time zone of this machine. */
export function instantInWords(instant: string): string {
  return instantFormat.format(new Date(instant))
}
