// The calendar's names in British English, written out here so that no locale data of the machine can change them.

/** January to December. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Monday to Sunday, as ISO 8601 counts them. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** The seasons that EDTF level 1 numbers 21 to 24. */
export const seasonNames = ['spring', 'summer', 'autumn', 'winter'] as const
