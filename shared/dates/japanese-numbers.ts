// Numbers as Japanese writes them: digits of either width, 漢数字, and 万, 億 and 兆 between them.

/** Full-width digits and signs as ASCII, each in its place, so that offsets stay. */
export function narrow(text: string): string {
  return text.replace(/[０-９．，％／－]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

const digitWords = '〇一二三四五六七八九'
const small: Record<string, number> = { 十: 1, 百: 2, 千: 3 }
const large: [mark: string, power: number][] = [
  ['京', 16],
  ['兆', 12],
  ['億', 8],
  ['万', 4],
]

const digits = '\\d{1,15}(?:,\\d{3}){0,5}(?:\\.\\d{1,10})?'
const words = `[${digitWords}零十百千]{1,12}(?:[点・][${digitWords}零]{1,8})?`
/** A number with its magnitudes, as a part of patterns: "1兆2300億", "七十五万", "2.5". */
export const japaneseNumber = `(?:(?:${digits}[十百千]?|${words})(?:\\s{0,2}[万億兆京](?:(?:${digits}[十百千]?|${words})[万億兆]){0,3}(?:${digits}[十百千]?|${words})?)?)`
/** A whole number without magnitudes: a year, a month, a day, a count of them. */
export const japaneseCount = `(?:\\d{1,4}|[${digitWords}零十百千]{1,7})`

/** The value as a plain decimal string; null where it is none. Text has to be narrow. */
export function japaneseDecimal(text: string): string | null {
  let rest = text.replace(/[,\s]/g, '')
  let total = { digits: 0n, places: 0 }
  for (const [mark, power] of large) {
    const at = rest.indexOf(mark)
    if (at < 0) continue
    const part = section(at === 0 ? '1' : rest.slice(0, at))
    if (part === null) return null
    total = sum(total, { digits: part.digits * 10n ** BigInt(power), places: part.places })
    rest = rest.slice(at + 1)
  }
  const last = rest === '' ? { digits: 0n, places: 0 } : section(rest)
  return last === null ? null : written(sum(total, last))
}

/** A whole number; NaN where it is none. */
export function japaneseInteger(text: string): number {
  return Number(japaneseDecimal(text) ?? Number.NaN)
}

type Scaled = { digits: bigint; places: number }

/** What stands between two of 万, 億 and 兆. */
function section(text: string): Scaled | null {
  const [, plain, power = ''] = /^(\d+(?:\.\d+)?)([十百千]?)$/.exec(text) ?? []
  if (plain !== undefined) {
    const [whole = '0', fraction = ''] = plain.split('.')
    return {
      digits: BigInt(whole + fraction) * 10n ** BigInt(small[power] ?? 0),
      places: fraction.length,
    }
  }
  const [whole = '', fraction = ''] = text.replace('零', '〇').split(/[点・]/)
  const value = kanjiValue(whole)
  if (value === null) return null
  const decimals = [...fraction].map(digit => digitWords.indexOf(digit)).join('')
  return { digits: BigInt(`${value}${decimals}`), places: decimals.length }
}

/** "千百二十三" counts by places, "二〇一六" by digits. */
function kanjiValue(text: string): number | null {
  if (text === '') return null
  if (!/[十百千]/.test(text)) {
    const digits = [...text].map(digit => digitWords.indexOf(digit))
    return digits.includes(-1) ? null : Number(digits.join(''))
  }
  let total = 0
  let open: number | null = null
  for (const mark of text) {
    const power = small[mark]
    if (power !== undefined) {
      total += (open ?? 1) * 10 ** power
      open = null
      continue
    }
    const digit = digitWords.indexOf(mark)
    if (digit < 0 || open !== null) return null
    open = digit
  }
  return total + (open ?? 0)
}

function sum(one: Scaled, other: Scaled): Scaled {
  const places = Math.max(one.places, other.places)
  const raise = ({ digits, places: own }: Scaled) => digits * 10n ** BigInt(places - own)
  return { digits: raise(one) + raise(other), places }
}

function written({ digits, places }: Scaled): string {
  const plain = String(digits).padStart(places + 1, '0')
  if (places === 0) return plain
  const fraction = plain.slice(-places).replace(/0+$/, '')
  const whole = plain.slice(0, -places)
  return fraction === '' ? whole : `${whole}.${fraction}`
}
