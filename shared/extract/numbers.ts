// Numbers as words and digits write them, to decimal strings without a float between.

/** Digits with thousands' commas and a decimal point; bounded, so that a long run of digits costs no more. */
export const digitsPattern = '(?:\\d{1,3}(?:,\\d{3}){1,6}|\\d{1,15})(?:\\.\\d{1,10})?'

const units: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const smallWords = Object.keys(units).join('|')
const tensWords = Object.keys(tens).join('|')

/** A number in words: "twelve", "twenty-five", "two hundred and five", "half a", "one and a half". */
export const wordsPattern = `(?:(?:(?:${smallWords}|an?)\\s)hundred(?:\\s(?:and\\s)?(?:${tensWords})(?:[-\\s](?:${smallWords}))?|\\s(?:and\\s)?(?:${smallWords}))?|half\\s(?:of\\s)?(?:an?|one)|(?:${smallWords})\\sand\\sa\\shalf|(?:${tensWords})(?:[-\\s](?:${smallWords}))?|(?:${smallWords})|a\\squarter\\sof\\sa|an?)`

/** Powers of ten of the words and letters for magnitudes. */
const magnitudes: [
  pattern: RegExp,
  power: number,
  scale: 'thousand' | 'million' | 'billion' | 'trillion' | null,
][] = [
  [/^(?:thousand|k|thsd)$/i, 3, 'thousand'],
  [/^(?:million|m|mn|mln|mm)$/i, 6, 'million'],
  [/^(?:billion|b|bn|bln)$/i, 9, 'billion'],
  [/^(?:trillion|t|tn|trn)$/i, 12, 'trillion'],
  [/^quadrillion$/i, 15, 'trillion'],
  [/^lakhs?$/i, 5, null],
  [/^crores?$/i, 7, null],
]

export const magnitudeWords = '(?:thousand|million|billion|trillion|quadrillion|lakhs?|crores?)'
/** Letters count as a magnitude only where the amount is money. */
export const magnitudeLetters = '(?:mln|bln|trn|mm|mn|bn|tn|[kKmMbBT])'

/** The power of ten and the name of a magnitude; none for other words. */
export function magnitudeOf(word: string | undefined) {
  const found = word === undefined ? undefined : magnitudes.find(([pattern]) => pattern.test(word))
  return found === undefined ? { power: 0, scale: null } : { power: found[1], scale: found[2] }
}

/** A number as a plain decimal string: "1,902" is `1902`, "half a" is `0.5`; null where it is none. */
export function decimalOf(text: string): string | null {
  const plain = text.trim().toLowerCase()
  if (/^\d/.test(plain)) return tidy(plain.replaceAll(',', ''))
  if (/^half/.test(plain)) return '0.5'
  if (/^a\s+quarter/.test(plain)) return '0.25'
  if (/^an?$/.test(plain)) return '1'
  const [, hundreds, rest] = /^(\S+)\s+hundred(?:\s+(?:and\s+)?(.+))?$/.exec(plain) ?? []
  if (hundreds !== undefined) {
    const [many, more] = [decimalOf(hundreds), rest === undefined ? '0' : decimalOf(rest)]
    return many === null || more === null ? null : String(100 * Number(many) + Number(more))
  }
  const [first = '', second] = plain.split(/[-\s]+/)
  const whole = units[first] ?? tens[first]
  if (whole === undefined) return null
  if (/half$/.test(plain)) return `${whole}.5`
  return String(whole + (second === undefined ? 0 : (units[second] ?? 0)))
}

/** Multiplies a decimal string by a power of ten, by moving its point. */
export function shiftDecimal(decimal: string, power: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.')
  if (power >= 0) {
    const digits = fraction.padEnd(power, '0')
    const rest = digits.slice(power)
    return tidy(`${whole}${digits.slice(0, power)}${rest === '' ? '' : `.${rest}`}`)
  }
  const digits = whole.padStart(1 - power, '0')
  return tidy(`${digits.slice(0, power)}.${digits.slice(power)}${fraction}`)
}

function tidy(decimal: string): string {
  return decimal.replace(/^0+(?=\d)/, '')
}
