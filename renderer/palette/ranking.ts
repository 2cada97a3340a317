// Which of many things fit what is typed, the best first. Pure.
import { type Folded, foldText, scoreFolded, soughtWords } from '../state/fuzzy-match.ts'

/** What is sought by its name before anything else that is known of it. */
export type Sought = { label: string; more: string }

/** What a name counts for more than words beside it. */
const ofName = 3

/** The best of those that fit, at most so many; what fits equally well keeps its order. */
export function ranked<T extends Sought>(query: string, items: readonly T[], most: number): T[] {
  const sought = soughtWords(query)
  return items
    .map((item, index) => ({ item, index, score: scoreOf(sought, item) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .slice(0, most)
    .map(({ item }) => item)
}

function scoreOf(sought: readonly string[], item: Sought): number {
  const { label, all } = foldedOf(item)
  const byName = scoreFolded(sought, label)
  return byName === null ? (scoreFolded(sought, all) ?? 0) : byName * ofName
}

/** Each thing is folded once, and sought with every key. */
const known = new WeakMap<Sought, { label: Folded; all: Folded }>()

function foldedOf(item: Sought): { label: Folded; all: Folded } {
  const before = known.get(item)
  if (before) return before
  const { label, more } = item
  const folded = { label: foldText(label), all: foldText(`${label} ${more}`) }
  known.set(item, folded)
  return folded
}
