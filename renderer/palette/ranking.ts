// Which of many things fit what is typed, the best first. Pure.
import { fuzzyScore } from '../state/fuzzy-match.ts'

/** What is sought by its name before anything else that is known of it. */
export type Sought = { label: string; more: string }

/** What a name counts for more than words beside it. */
const ofName = 3

/** The best of those that fit, at most so many; what fits equally well keeps its order. */
export function ranked<T extends Sought>(query: string, items: readonly T[], most: number): T[] {
  return items
    .map((item, index) => ({ item, index, score: scoreOf(query, item) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .slice(0, most)
    .map(({ item }) => item)
}

function scoreOf(query: string, { label, more }: Sought): number {
  const byName = fuzzyScore(query, label)
  return byName === null ? (fuzzyScore(query, `${label} ${more}`) ?? 0) : byName * ofName
}
