/** The first year of each era since 1868. */
const eras: Record<string, number> = { 明治: 1868, 大正: 1912, 昭和: 1926, 平成: 1989, 令和: 2019 }

/** The eras' names, as a part of patterns. */
export const eraPattern = Object.keys(eras).join('|')

/** The year of the common calendar for a year of an era; 元年, its first, is 1. */
export function yearOfEra(era: string, year: number): number {
  return (eras[era] ?? 0) + year - 1
}
