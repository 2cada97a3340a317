import { type DecisionBlock, decisionBlocks } from '../brief/decision-blocks.ts'
import { recordForm } from '../references/record-form.ts'
import { wordsOfLabel } from '../references/reference.ts'
import { referenceResolver } from '../references/resolve-reference.ts'
import type { FrozenBrief } from './frozen-brief.ts'

/** What a brief asks decisions on, in its order, with the words that its references showed. */
export function recommendationsOf({ brief, evidence, sources }: FrozenBrief): DecisionBlock[] {
  const resolve = referenceResolver({ evidence, sources })
  return decisionBlocks(brief.body, reference => {
    const linked = reference.label === '' ? resolve(reference) : null
    if (!linked) return wordsOfLabel(reference.label)
    return linked.kind === 'source' || linked.kind === 'brief' ? linked.record.title : recordForm(linked)
  })
}
