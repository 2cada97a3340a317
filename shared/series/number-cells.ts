// The numbers of a table's column, in any of the forms that are in use: "1,234.5", "1.234,5", "1 234", "(3)", "1.2tn".
import { codePattern, currencyOf, symbolPattern } from '../extract/currencies.ts'
import { shiftSigned } from '../extract/decimals.ts'
import { magnitudeOf } from '../extract/numbers.ts'

export type DecimalMark = '.' | ','

export type NumberCell = {
  /** A decimal string, without its magnitude. */
  value: string
  /** The magnitude that is written with it, as a power of ten; null where none is. */
  power: number | null
  /** An ISO 4217 code, `%`, `pp` or `bps`; null where the cell names none. */
  unit: string | null
}

const minus = '[-−–‐]'
const sign = `(?:${minus}|\\+)`
const currency = `${symbolPattern}|(?:${codePattern})(?![A-Za-z])`
const percent = '%|％|per\\s?cent|pct|percentage points?|pps?|ppts?|basis points?|bps?'
const magnitude = 'thousand|million|billion|trillion|mln|bln|trn|mm|mn|bn|tn|[kKmMbBtT]'

function cellPattern(mark: DecimalMark): RegExp {
  const [point, group] = mark === '.' ? ['\\.', ','] : [',', '.']
  const whole = `(?:\\d{1,3}(?:(?<group>[${group}\\s'’])\\d{3})(?:\\k<group>\\d{3})*|\\d+)`
  const digits = `(?<digits>${whole}(?:${point}\\d+)?|${point}\\d+)(?:[eE](?<exponent>[+-]?\\d{1,2}))?`
  return new RegExp(
    `^(?<open>\\()?(?<sign>${sign})?\\s?(?<before>${currency})?\\s?(?<inner>${sign})?\\s?${digits}\\s?(?:(?<magnitude>${magnitude})(?![\\p{L}]))?\\s?(?<after>${currency}|${percent})?(?<close>\\))?$`,
    'u',
  )
}

const patterns = { '.': cellPattern('.'), ',': cellPattern(',') }

/** The number in a cell, written with this decimal mark; null where the cell is none, or more than one. */
export function readNumberCell(cell: string, mark: DecimalMark): NumberCell | null {
  const groups = patterns[mark].exec(cell.trim())?.groups
  if (!groups?.digits || (groups.open === undefined) !== (groups.close === undefined)) return null
  const signs = [groups.sign, groups.inner, groups.open && '-'].filter(each => each !== undefined)
  if (signs.length > 1) return null
  const [whole = '', fraction = ''] = groups.digits.replace(/[\s'’]/g, '').split(mark)
  const plainWhole = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  const isNegative = signs[0] !== undefined && signs[0] !== '+'
  const written = `${isNegative ? '-' : ''}${plainWhole}${fraction === '' ? '' : `.${fraction}`}`
  const value = groups.exponent === undefined ? written : shiftSigned(written, Number(groups.exponent))
  if (!/^-?\d{1,60}(?:\.\d{1,60})?$/.test(value)) return null
  return {
    value: /[1-9]/.test(value) ? value : value.replace('-', ''),
    power: groups.magnitude === undefined ? null : magnitudeOf(groups.magnitude).power,
    unit: unitOf(groups.before) ?? unitOf(groups.after),
  }
}

/**
 * The decimal mark of a column, from the cells that allow of one reading only. `isUncertain` where none does and some
 * could be read both ways: "1,234" is a thousand and more, or one and a bit.
 */
export function decimalMarkOf(
  cells: readonly string[],
  delimiter: string,
): { mark: DecimalMark; isUncertain: boolean } {
  const proofs = cells.map(proofIn)
  const count = (proof: ReturnType<typeof proofIn>) => proofs.filter(each => each === proof).length
  const [points, commas] = [count('.'), count(',')]
  if (points + commas > 0) return { mark: commas > points ? ',' : '.', isUncertain: false }
  const isOpen = count('either') > 0
  // Where the semicolon divides cells, it is because the comma was taken.
  const isContinental = delimiter === ';' && cells.some(cell => /\d,\d/.test(cell))
  return { mark: isContinental ? ',' : '.', isUncertain: isOpen && !isContinental }
}

function proofIn(cell: string): DecimalMark | 'either' | null {
  const found = /\d[\d.,]*\d|[.,]\d+/.exec(cell)?.[0]
  if (found === undefined || !/[.,]/.test(found)) return null
  const fits = (['.', ','] as const).filter(mark => readNumberCell(found, mark) !== null)
  return fits.length === 2 ? 'either' : (fits[0] ?? null)
}

/** The unit and the magnitude that a heading names: "Holdings (US$ bn)", "Rate, %", "£m". */
export function unitInHeading(words: string): { unit: string | null; power: number | null } {
  const symbol = new RegExp(`(?:${symbolPattern})|\\b(?:${codePattern})\\b`, 'u').exec(words)
  const unit = symbol ? currencyOf(symbol[0]) : unitOf(new RegExp(percentInWords, 'i').exec(words)?.[0])
  const word = /(?<![\p{L}])(thousand|million|billion|trillion|mln|mn|bn|tn)s?(?![\p{L}])/iu.exec(words)?.[1]
  // A letter alone is a magnitude only right after money.
  const rest = symbol ? words.slice(symbol.index + symbol[0].length) : ''
  const letter = /^\s?(bn|mn|tn|[kmbt])(?![\p{L}\p{N}])/iu.exec(rest)?.[1]
  const written = letter ?? word
  return { unit, power: written === undefined ? null : magnitudeOf(written).power }
}

const percentInWords = '%|per ?cent(?!age)|percentage points?|\\bpp\\b|\\bbps\\b|basis points?'

function unitOf(words: string | undefined): string | null {
  if (words === undefined) return null
  if (/^(?:percentage|pps?$|ppts?$)/i.test(words)) return 'pp'
  if (/^(?:basis|bps?$)/i.test(words)) return 'bps'
  return /^(?:%|％|per|pct)/i.test(words) ? '%' : currencyOf(words)
}
