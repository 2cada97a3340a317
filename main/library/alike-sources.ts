// Sources that say the same in the same words: copies of one text, or one written from another.
import { areNearDuplicates, haveSameWords } from '../../shared/likeness/near-duplicates.ts'
import { sketchOf } from '../../shared/likeness/sketch.ts'
import type { Source } from '../../shared/model/records.ts'
import type { RecordIndex } from './record-index.ts'

export type AlikeSource = { source: Source; isSame: boolean }

/** Copies are few; what shares a sentence with more texts than this shares a form of words. */
const most = 50

/** Sources that are near-duplicates of a text; those with its very words stand first. What cannot be read is left out. */
export async function alikeSources(
  text: string,
  index: RecordIndex,
  get: (id: string) => Promise<Source>,
): Promise<AlikeSource[]> {
  const asked = { text }
  const alike: AlikeSource[] = []
  for (const id of index.sharing(sketchOf(text)).slice(0, most)) {
    const source = await get(id).catch(() => null)
    if (!source || !areNearDuplicates(asked, source)) continue
    alike.push({ source, isSame: haveSameWords(text, source.text) })
  }
  return alike.sort((one, other) => Number(other.isSame) - Number(one.isSame))
}
