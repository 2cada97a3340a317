import { type DecisionBlock, decisionBlocks } from '../brief/decision-blocks.ts'
import { referenceResolver } from '../references/resolve-reference.ts'
import type { FrozenBrief } from './frozen-brief.ts'
import { shownWords } from './shown-text.ts'

/** What a brief asks decisions on, in its order, with the words that its references showed. */
export function recommendationsOf({ brief, evidence, sources }: FrozenBrief): DecisionBlock[] {
  const resolve = referenceResolver({ evidence, sources })
  return decisionBlocks(brief.body, reference => shownWords(reference, resolve))
}
