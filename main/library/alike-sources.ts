// Sources that say the same in the same words: copies of one text, or one written from another.
import { areNearDuplicates } from '../../shared/likeness/near-duplicates.ts'
import { haveSameWords } from '../../shared/likeness/same-words.ts'
import { sketchOf } from '../../shared/likeness/sketch.ts'
import type { Source } from '../../shared/model/records.ts'
import type { RecordIndex } from './record-index.ts'

export type AlikeSource = { source: Source; isSame: boolean }

/** Copies are few; what shares a sentence with more texts than this shares a form of words. */
const most = 50

/** Sources that are near-duplicates of a text; those with its very words stand first. What cannot be read is left out. */
export async function alikeSources(
  asked: Pick<Source, 'text' | 'kind'>,
  index: RecordIndex,
  get: (id: string) => Promise<Source>,
): Promise<AlikeSource[]> {
  const alike: AlikeSource[] = []
  for (const id of index.sharing(sketchOf(asked.text)).slice(0, most)) {
    const source = await get(id).catch(() => null)
    if (!source) continue
    const isSame = haveSameWords(asked, source)
    if (isSame || areNearDuplicates(asked, source)) alike.push({ source, isSame })
  }
  return alike.sort((one, other) => Number(other.isSame) - Number(one.isSame))
}
