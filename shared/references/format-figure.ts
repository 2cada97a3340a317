// A figure's number as it is written in English. Digits are moved and grouped as text: a decimal string never becomes a
// float on its way to the page.
import type { Figure } from '../model/records.ts'

type Number = Pick<Figure, 'value' | 'upper' | 'unit' | 'qualifier' | 'scale'>

const zeros = { thousand: 3, million: 6, billion: 9, trillion: 12 } as const

const qualifiers = {
  approximately: 'about',
  'at least': 'at least',
  'at most': 'at most',
  'more than': 'more than',
  'less than': 'less than',
} as const

/** Says a figure in words: "$1.13 trillion", "about 25%", "12 basis points", "between $1 and $2 billion". */
export function formatFigure(figure: Number): string {
  const { value, upper, unit, qualifier, scale } = figure
  const [before, after] = unitParts(unit, upper ?? value, scale)
  const amount = (decimal: string) => signed(showDecimal(decimal, scale), before)
  if (qualifier === 'between') {
    if (upper === null) return `${amount(value)}${after}`
    const between = after === '%' ? after : ''
    return `between ${amount(value)}${between} and ${amount(upper)}${after}`
  }
  return `${qualifier === null ? '' : `${qualifiers[qualifier]} `}${amount(value)}${after}`
}

/** A number alone, in the magnitude it is shown in: "1,153.1", "−0.4". */
export function formatNumber(value: string, scale: Figure['scale']): string {
  return signed(showDecimal(value, scale), '')
}

/** The unit of a column of numbers or of a chart: "$ billion", "%", "million barrels per day". */
export function unitInWords(unit: string, scale: Figure['scale']): string {
  const magnitude = scale ?? ''
  const symbol = unit === '%' ? '%' : currencySymbol(unit)?.trim()
  if (symbol !== undefined) return `${symbol} ${magnitude}`.trim()
  const [, words] = unitParts(unit, '2', null)
  return `${magnitude} ${words.trim()}`.trim()
}

/** What stands right before the number, and what follows it. */
function unitParts(unit: string, value: string, scale: Figure['scale']): [string, string] {
  const magnitude = scale === null ? '' : ` ${scale}`
  const isOne = scale === null && /^-?0*1(?:\.0*)?$/.test(value)
  if (unit === '%') return ['', scale === null ? '%' : `${magnitude} per cent`]
  if (unit === 'pp') return ['', `${magnitude} percentage ${isOne ? 'point' : 'points'}`]
  if (unit === 'bps') return ['', `${magnitude} basis ${isOne ? 'point' : 'points'}`]
  const symbol = currencySymbol(unit)
  if (symbol !== null) return [symbol, magnitude]
  return ['', `${magnitude} ${isOne ? unit : plural(unit)}`]
}

const symbols = new Map<string, string | null>()

/** The symbol that says which currency it is even among several dollars; a code stands with a space; else null. */
function currencySymbol(unit: string): string | null {
  const known = symbols.get(unit)
  if (known !== undefined) return known
  const symbol = readSymbol(unit)
  // Units that are words are without number.
  if (symbol !== null) symbols.set(unit, symbol)
  return symbol
}

/** Three hundred codes, made anew by each call. */
let currencies: ReadonlySet<string> | undefined

function readSymbol(unit: string): string | null {
  currencies ??= new Set(Intl.supportedValuesOf('currency'))
  if (!currencies.has(unit)) return null
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency: unit }).formatToParts(0)
  const symbol = parts.find(part => part.type === 'currency')?.value ?? unit
  return /\p{L}$/u.test(symbol) ? `${symbol} ` : symbol
}

function signed(digits: string, before: string): string {
  return digits.startsWith('-') ? `−${before}${digits.slice(1)}` : `${before}${digits}`
}

/** A decimal string in the magnitude it is shown in, with its thousands grouped. */
function showDecimal(decimal: string, scale: Figure['scale']): string {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = decimal.slice(sign.length).split('.')
  const shift = scale === null ? 0 : zeros[scale]
  const padded = whole.padStart(shift + 1, '0')
  const shownWhole = padded.slice(0, padded.length - shift).replace(/^0+(?=\d)/, '')
  const moved = padded.slice(padded.length - shift) + fraction
  const shownFraction = shift === 0 ? fraction : moved.replace(/0+$/, '')
  const grouped = shownWhole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${sign}${grouped}${shownFraction === '' ? '' : `.${shownFraction}`}`
}

/** The plural of an English unit such as "barrel per day"; the noun is what stands before "per" or "of". */
function plural(unit: string): string {
  const match = /^(.*?\S)(\s+(?:per|of|a|an|in)\s.*)?$/s.exec(unit)
  const noun = match?.[1] ?? unit
  return pluralNoun(noun) + (match?.[2] ?? '')
}

function pluralNoun(noun: string): string {
  if (!/[a-z]$/.test(noun) || /(?:[^s]s|people|men)$/.test(noun)) return noun
  if (/person$/.test(noun)) return noun.replace(/person$/, 'people')
  if (/(?:^|\s|wo)man$/.test(noun)) return noun.replace(/man$/, 'men')
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}
