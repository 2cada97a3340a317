// Arithmetic with decimal strings, without a float between.
import { shiftDecimal } from './numbers.ts'

/** A decimal number: `digits` units of ten to the power of minus `places`. */
type Scaled = { digits: bigint; places: number }

function scaled(decimal: string): Scaled {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return { digits: BigInt(whole + fraction), places: fraction.length }
}

function raised({ digits, places }: Scaled, to: number): bigint {
  return digits * 10n ** BigInt(to - places)
}

/** Below zero, zero or above it as the first of two decimal strings is below, equal to or above the second. */
export function compareDecimals(one: string, other: string): number {
  const [a, b] = [scaled(one), scaled(other)]
  const places = Math.max(a.places, b.places)
  const difference = raised(a, places) - raised(b, places)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * How far one decimal string lies above another, in halves of a step of ten to a power: 1 is half a step, rounded away
 * from zero. Bounded, so that it is a plain number.
 */
export function halfStepsBetween(one: string, other: string, power: number): number {
  const [a, b] = [scaled(one), scaled(other)]
  const places = Math.max(a.places, b.places, -power)
  const difference = 2n * (raised(a, places) - raised(b, places))
  const step = 10n ** BigInt(places + power)
  const size = difference < 0n ? -difference : difference
  const steps = size > step * 1000n ? 1000n : (size + step - 1n) / step
  return difference < 0n ? -Number(steps) : Number(steps)
}

/** Multiplies a decimal string, which may be below zero, by a power of ten. */
export function shiftSigned(decimal: string, power: number): string {
  const sign = decimal.startsWith('-') ? '-' : ''
  return `${sign}${shiftDecimal(decimal.slice(sign.length), power)}`
}

/** A decimal string without its sign. */
export function withoutSign(decimal: string): string {
  return decimal.replace(/^-/, '')
}
