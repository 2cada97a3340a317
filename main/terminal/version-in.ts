import { WrongUsage } from './usage.ts'

/** The number of a version as it is typed (`v1`). Throws WrongUsage, naming the option, where it is none. */
export function versionIn(option: string, words: string): number {
  const [, number] = /^v?([1-9]\d{0,8})$/.exec(words) ?? []
  if (number === undefined) throw new WrongUsage(`${option} takes a version, such as v1, not “${words}”.`)
  return Number(number)
}
