// The numbers of a few words, such as a figure's label, in any of the forms that are in use: "$1.13 trillion",
// "US$1.1tn", "1.13tn", "¥170兆", "25 per cent", "half a million".
import { currencyOf } from './currencies.ts'
import { decimalOf, magnitudeOf, shiftDecimal, wordsPattern } from './numbers.ts'

/** A number as it is written. */
export type WrittenNumber = {
  /** A decimal string in base units. */
  value: string
  /** The power of ten of the last digit that is written: 10 for "1.13 trillion". */
  power: number
  /** An ISO 4217 code, `%`, `pp` or `bps`; null where the words name none of these. */
  unit: string | null
  /** Whether the unit is written with a sign that several currencies share, such as "$". */
  isUnitShared: boolean
  hasSign: boolean
  /** The power of ten of the magnitude that the number it is joined with has and it has not; null where none is. */
  nextPower: number | null
  /** The words around it that say which way it was rounded. */
  bound: 'above' | 'below' | 'about' | null
}

const eastern: Record<string, number> = { 兆: 12, 조: 12, 億: 8, 亿: 8, 억: 8, 万: 4, 萬: 4, 만: 4 }
const units: [pattern: RegExp, unit: string][] = [
  [/^[\s-]?(?:percentage[ -]points?|pps?\b|ppts?\b)/i, 'pp'],
  [/^[\s-]?(?:basis[ -]points?|bps?\b)/i, 'bps'],
  [/^[\s-]?(?:%|％|per[ -]?cent|pct)/i, '%'],
  [/^[\s-]?(?:円|yen\b)/i, 'JPY'],
  [/^[\s-]?(?:元|yuan\b|renminbi\b)/i, 'CNY'],
  [/^[\s-]?(?:원|won\b)/i, 'KRW'],
  [/^[\s-]?(?:dollars?\b)/i, 'USD'],
  [/^[\s-]?(?:euros?\b|€)/i, 'EUR'],
  [/^[\s-]?(?:pounds?\b|£)/i, 'GBP'],
]
const digits = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const number = new RegExp(`(?<![\\p{N}.,])${digits}(?!\\d)`, 'gu')
const inWords = new RegExp(
  `(?<![\\p{L}])(?:${wordsPattern})(?=[ \\u00a0-](?:hundred|thousand|million|billion|trillion|per|percent)|$)`,
  'giu',
)
const magnitude =
  /^(?:[ \u00a0-]{0,2}((?i:thousand|million|billion|trillion|quadrillion)|mln|bln|trn|mm|mn|bn|tn|BN|MN|TN|[kKmMbBT])(?![\p{L}\p{Nd}])|\s?([兆조億亿억万萬만]))/u

const joined = new RegExp(`^%?\\s?(?:and|to|or|-|–|—)\\s?[−-]?[\\p{Sc}\\p{Lu}\\s]{0,9}${digits}`, 'u')

/** The numbers of some words, in order. Full-width digits count as digits. */
export function numbersIn(words: string): WrittenNumber[] {
  const plain = words.replace(/[０-９．，％]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  const found = [...plain.matchAll(number), ...plain.matchAll(inWords)]
  return found
    .sort((a, b) => a.index - b.index)
    .flatMap(match => readNumber(plain, match.index, match[0]) ?? [])
}

function readNumber(words: string, start: number, written: string): WrittenNumber | null {
  const decimal = decimalOf(written)
  if (decimal === null) return null
  const before = words.slice(0, start)
  const after = words.slice(start + written.length)
  const scale = magnitude.exec(after)
  const power = scale?.[2] === undefined ? magnitudeOf(scale?.[1]).power : (eastern[scale[2]] ?? 0)
  const sign = /(\p{Sc}|[A-Z]{1,3}[$¥]|[A-Z]{3})\s?$/u.exec(before)?.[1]
  const hasMinus = /(?:^|[^\p{L}\p{N}])[−-](?:[\p{Lu}\p{Sc}][\p{Lu}\p{Sc}\s]{0,8})?$/u.test(before)
  const named = units.find(([pattern]) => pattern.test(after.slice(scale?.[0].length ?? 0)))?.[1]
  const fraction = decimal.split('.')[1]?.length ?? 0
  return {
    value: `${hasMinus ? '-' : ''}${shiftDecimal(decimal, power)}`,
    power: power - fraction,
    unit: (sign === undefined ? null : currencyOf(sign)) ?? named ?? null,
    isUnitShared: sign === '$' || sign === '¥' || sign === '£' || /^\s?(?:dollar|pound)/i.test(after),
    hasSign: hasMinus,
    nextPower: scale === null ? powerOfNext(after) : null,
    bound: boundOf(before, after),
  }
}

function powerOfNext(after: string): number | null {
  const next = joined.exec(after)
  const scale = next && magnitude.exec(after.slice(next[0].length))
  return scale?.[1] === undefined ? null : magnitudeOf(scale[1]).power
}

function boundOf(before: string, after: string): WrittenNumber['bound'] {
  const words = before.replace(/[\p{Sc}\s−-]+$/u, '')
  if (
    /(?:more than|over|above|at least|exceeding|upwards of|in excess of|past)(?:\s[A-Z]{1,3})?$/i.test(words)
  )
    return 'above'
  if (/(?:nearly|almost|less than|under|below|at most|up to|just short of|close to)$/i.test(words))
    return 'below'
  if (/(?:about|around|roughly|approximately|some|circa|an estimated|~|≈)$/i.test(words)) return 'about'
  if (/^\s?(?:or so)/i.test(after)) return 'about'
  return /^\s?(?:\+|or more)/i.test(after) ? 'above' : null
}
