// Whether a number in the text is a figure's value at the rounding it is written with.
import { halfStepsBetween, shiftSigned, withoutSign } from '../extract/decimals.ts'
import { numbersIn, type WrittenNumber } from '../extract/written-numbers.ts'
import type { Figure } from '../model/records.ts'

type Number = Pick<Figure, 'value' | 'upper' | 'unit' | 'qualifier'>

/** Words before a number that take it down, so that "fell 5%" says −5%. */
const downward =
  /(?:fell|fall(?:s|en|ing)?|declin|decreas|drop|down|lost|los[st]|cut|shr[aiu]nk|contract|lower|reduc|deficit|minus|negative|slid|slipp?|tumbl|plung|slump)\p{L}*(?:\s\S+){0,6}\s*$/iu

/**
 * Whether words written for a figure say its value at their own rounding: "US$1.1tn" says 1130000000000. Words without
 * a number say nothing wrong. `before` is what stands before them in the sentence.
 */
export function saysFigure(words: string, figure: Number, before = ''): boolean {
  const numbers = numbersIn(words)
  if (numbers.length === 0) return true
  const isDownward = downward.test(before) || downward.test(words)
  const ends = figure.upper === null ? [figure.value] : [figure.value, figure.upper]
  // Of a range one end may be enough: "up to $2 billion". A second number must be the other end.
  const said = ends.filter(end => numbers.some(number => isSaid(number, end, figure, isDownward)))
  return numbers.length >= 2 && ends.length === 2 ? said.length === 2 : said.length > 0
}

function isSaid(
  number: WrittenNumber,
  value: string,
  { unit, qualifier }: Number,
  isDownward: boolean,
): boolean {
  if (!isSameUnit(number, unit)) return false
  const isUnsigned = !number.hasSign && value.startsWith('-') && isDownward
  const target = isUnsigned ? withoutSign(value) : value
  return [number, ...withSharedScale(number), ...withoutLetter(number, unit)].some(each =>
    isRounded(each, target, qualifier),
  )
}

/** "Between $1 and $2 billion": the first number may have the magnitude of the second. */
function withSharedScale(number: WrittenNumber): WrittenNumber[] {
  const { value, power, nextPower } = number
  return nextPower === null
    ? []
    : [{ ...number, value: shiftSigned(value, nextPower), power: power + nextPower }]
}

/** What a unit of one letter leaves of a number: "5 T" is five of T, and not five trillion. */
function withoutLetter(number: WrittenNumber, unit: string): WrittenNumber[] {
  if (!/^\p{L}{1,3}$/u.test(unit) || isCurrency(unit)) return []
  return [3, 6, 9, 12].map(power => ({
    ...number,
    value: shiftSigned(number.value, -power),
    power: number.power - power,
  }))
}

function isSameUnit({ unit: written, isUnitShared }: WrittenNumber, unit: string): boolean {
  if (written === null || written === unit) return true
  if (['%', 'pp', 'bps'].includes(written) || ['%', 'pp', 'bps'].includes(unit)) return false
  if (!isUnitShared) return !isCurrency(unit)
  return sharing(written).includes(unit) || !isCurrency(unit)
}

function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit)
}

function sharing(unit: string): string[] {
  if (unit === 'USD') return 'USD AUD CAD NZD HKD SGD TWD MXN ARS CLP COP FJD JMD BBD TTD XCD'.split(' ')
  if (unit === 'JPY' || unit === 'CNY') return ['JPY', 'CNY']
  return unit === 'GBP' ? 'GBP EGP SYP LBP GIP FKP SHP SSP'.split(' ') : [unit]
}

function isRounded(number: WrittenNumber, value: string, qualifier: Number['qualifier']): boolean {
  // "About 1,200,000" is rounded to its last digit that is no zero.
  const isLoose = number.bound !== null || qualifier !== null
  const zeros = isLoose ? trailingZeros(number) : 0
  const away = halfStepsBetween(value, number.value, number.power + zeros)
  if (number.bound === 'above') return away >= 0 && away <= 2
  if (number.bound === 'below') return away <= 0 && away >= -2
  return Math.abs(away) <= 1
}

/** How many of the whole digits that are written end in zeros. */
function trailingZeros({ value, power }: WrittenNumber): number {
  if (power < 0) return 0
  return Math.max(0, (/0*$/.exec(value.split('.')[0] ?? '')?.[0].length ?? 0) - power)
}
