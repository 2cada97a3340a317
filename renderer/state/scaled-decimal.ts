// Decimal strings in base units, and the shorter numbers people type with a scale. String arithmetic: never a float.

export type Scale = 'thousand' | 'million' | 'billion' | 'trillion'

const powers: Record<Scale, number> = { thousand: 3, million: 6, billion: 9, trillion: 12 }

/** `1.13` in trillions is `1130000000000`; null where the text is not a number. Grouping commas and spaces are dropped. */
export function toBaseUnits(typed: string, scale: Scale | null): string | null {
  const plain = typed
    .trim()
    .replace(/^[−–]/, '-')
    .replace(/(?<=\d)[,\u00a0\u202f' ](?=\d{3}(?!\d))/g, '')
  const match = /^(-?)(\d*)(?:\.(\d+))?$/.exec(plain)
  if (!match || (!match[2] && !match[3])) return null
  return moved(match[1] ?? '', match[2] ?? '', match[3] ?? '', scale ? powers[scale] : 0)
}

/** `1130000000000` shown in trillions is `1.13`. */
export function fromBaseUnits(value: string, scale: Scale | null): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  return whole === '' ? value : moved(sign, whole, fraction, scale ? -powers[scale] : 0)
}

/** The number with its decimal point moved to the right, or to the left where `places` is negative. */
function moved(sign: string, whole: string, fraction: string, places: number): string {
  const padded = '0'.repeat(Math.max(0, -places)) + whole + fraction + '0'.repeat(Math.max(0, places))
  const point = Math.max(0, -places) + whole.length + places
  const units = padded.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const decimals = padded.slice(point).replace(/0+$/, '').slice(0, 60)
  const number = decimals ? `${units}.${decimals}` : units
  return number === '0' ? '0' : sign + number
}
