// A brief's Markdown as a syntax tree. While somebody writes, the same text is read by several readers, and the next text
// is nearly the same: what did not change is not parsed again.
import { type Tree, TreeFragment } from '@lezer/common'
import { changedRange } from './changed-range.ts'
import { briefGrammar } from './grammar.ts'
import { tamed } from './tamed.ts'

export type BriefTree = Tree

/** The last text that was parsed. */
let last: { markdown: string; tree: Tree; fragments: readonly TreeFragment[] } | null = null

/** The tree that `briefGrammar` makes of a text, tamed. */
export function parseBrief(markdown: string): BriefTree {
  if (last?.markdown === markdown) return last.tree
  const fragments =
    last && TreeFragment.applyChanges(last.fragments, [changeBetween(last.markdown, markdown)])
  const tree = briefGrammar.parse(tamed(markdown), fragments ?? [])
  last = { markdown, tree, fragments: TreeFragment.addTree(tree) }
  return tree
}

/**
 * The one range in which two texts differ, in each; widened to the blank lines around it, for what stands in a line can
 * make a heading, a table or a part of a paragraph of the lines beside it.
 */
function changeBetween(before: string, after: string) {
  const { start, endAfter } = changedRange(before, after)
  const from = Math.max(0, after.lastIndexOf('\n\n', start - 1))
  const blank = after.indexOf('\n\n', endAfter)
  const kept = blank === -1 ? 0 : after.length - blank - 2
  return { fromA: from, toA: before.length - kept, fromB: from, toB: after.length - kept }
}
