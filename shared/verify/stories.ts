// Which sources tell one story: ten copies of one wire story count once.
import { areNearDuplicates } from '../likeness/near-duplicates.ts'

type Text = { id: string; text?: string | undefined }

/** Groups sources by story, in their order; a source without its text is a story of its own. */
export function storiesOf<T extends Text>(sources: readonly T[]): T[][] {
  const stories: T[][] = []
  for (const source of sources) {
    const same = stories.filter(story => story.some(other => isSameStory(source, other)))
    const joined = [...same.flat(), source]
    const first = same[0]
    if (first) stories.splice(stories.indexOf(first), 1, joined)
    else stories.push(joined)
    for (const story of same.slice(1)) stories.splice(stories.indexOf(story), 1)
  }
  return stories
}

/** Sources are compared again at every key, and their texts do not change. */
const compared = new WeakMap<Text, WeakMap<Text, boolean>>()

function isSameStory(one: Text, other: Text): boolean {
  const known = compared.get(one) ?? new WeakMap<Text, boolean>()
  compared.set(one, known)
  const isSame = known.get(other) ?? areNearDuplicates(one, other)
  known.set(other, isSame)
  return isSame
}
