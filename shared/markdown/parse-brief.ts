// A brief's Markdown as a syntax tree. While somebody writes, the same text is read by several readers, and the next text
// is nearly the same: what did not change is not parsed again.
import { type Tree, TreeFragment } from '@lezer/common'
import { briefGrammar } from './grammar.ts'

export type BriefTree = Tree

/** The last text that was parsed. */
let last: { markdown: string; tree: Tree; fragments: readonly TreeFragment[] } | null = null

/** The tree that `briefGrammar` makes of a text. */
export function parseBrief(markdown: string): BriefTree {
  if (last?.markdown === markdown) return last.tree
  const fragments =
    last && TreeFragment.applyChanges(last.fragments, [changeBetween(last.markdown, markdown)])
  const tree = briefGrammar.parse(markdown, fragments ?? [])
  last = { markdown, tree, fragments: TreeFragment.addTree(tree) }
  return tree
}

/**
 * The one range in which two texts differ, in each; widened to the blank lines around it, for what stands in a line can
 * make a heading, a table or a part of a paragraph of the lines beside it.
 */
function changeBetween(before: string, after: string) {
  const shorter = Math.min(before.length, after.length)
  const same = (ours: number, theirs: number, length: number) =>
    before.slice(ours, ours + length) === after.slice(theirs, theirs + length)
  let start = lengthWhile(shorter, (at, length) => same(at, at, length))
  let end = lengthWhile(shorter - start, (at, length) =>
    same(before.length - at - length, after.length - at - length, length),
  )
  start = Math.max(0, after.lastIndexOf('\n\n', start - 1))
  const blank = after.indexOf('\n\n', after.length - end)
  end = blank === -1 ? 0 : after.length - blank - 2
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end }
}

/** How far two texts are the same. A slice is compared at once, where a key would wait for each of its characters. */
function lengthWhile(most: number, isSame: (at: number, length: number) => boolean): number {
  let at = 0
  for (let length = 1024; length >= 1; length /= 4) {
    while (at + length <= most && isSame(at, length)) at += length
  }
  return at
}
