// Markings in the order of what they protect, lowest first. Each list is one public scheme:
// UK Government Security Classifications (2024); Australia's PSPF; Canada's Directive on Security Management, Appendix J;
// United States: EO 13526 and 32 CFR 2002; and plain words for those who have none.

export type MarkingScheme = { name: string; levels: readonly string[] }

export const markingSchemes: readonly MarkingScheme[] = [
  { name: 'UK', levels: ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'] },
  {
    name: 'Australian',
    levels: ['UNOFFICIAL', 'OFFICIAL', 'OFFICIAL: Sensitive', 'PROTECTED', 'SECRET', 'TOP SECRET'],
  },
  {
    name: 'Canadian',
    levels: [
      'UNCLASSIFIED',
      'PROTECTED A',
      'PROTECTED B',
      'PROTECTED C',
      'CONFIDENTIAL',
      'SECRET',
      'TOP SECRET',
    ],
  },
  { name: 'US', levels: ['UNCLASSIFIED', 'CUI', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'] },
  { name: 'plain', levels: ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'STRICTLY CONFIDENTIAL'] },
]

/** Older and shorter names of a level. */
const otherNames: Readonly<Record<string, string>> = {
  'CONTROLLED UNCLASSIFIED INFORMATION': 'CUI',
  U: 'UNCLASSIFIED',
}

/**
 * Whether a marking protects at least as much as another; null marks nothing and protects nothing. Null as the answer:
 * no scheme has both, so nobody can say. What follows a level, such as `//NOFORN`, is not compared.
 */
export function isMarkedEnough(marking: string | null, needed: string | null): boolean | null {
  if (needed === null) return true
  const ranks = markingSchemes.flatMap(({ levels }) => {
    const need = rankIn(levels, needed)
    if (need === null) return []
    const has = marking === null ? -1 : rankIn(levels, marking)
    return has === null ? [] : [{ has, need }]
  })
  if (marking === null) return ranks.length === 0 ? null : ranks.every(({ need }) => need === 0)
  if (plain(marking) === plain(needed)) return true
  return ranks.length === 0 ? null : ranks.every(({ has, need }) => has >= need)
}

/** Whether a marking is a level and nothing more, such as the caveat of `SECRET//NOFORN`. */
export function isLevelAlone(marking: string): boolean {
  return markingSchemes.some(({ levels }) => levels.some(level => plain(level) === plain(marking)))
}

/** The schemes that have the level which a marking begins with. */
export function schemesWith(marking: string): MarkingScheme[] {
  return markingSchemes.filter(({ levels }) => rankIn(levels, marking) !== null)
}

/** The place of the level that a marking begins with; null where it begins with none of them. */
function rankIn(levels: readonly string[], marking: string): number | null {
  const written = plain(marking)
  const known = levels
    .map((level, rank) => ({ level: plain(level), rank }))
    .filter(({ level }) => written === level || written.startsWith(`${level} `))
    .sort((a, b) => b.level.length - a.level.length)
  return known[0]?.rank ?? null
}

function plain(marking: string): string {
  const words = marking
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:UK|AUS|CAN|US) /, '')
  return otherNames[words] ?? words
}
