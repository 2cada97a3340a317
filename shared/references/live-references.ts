// The references of a text that is being typed: after a change only the blocks that it touched are read again.
import { type Tree, TreeFragment } from '@lezer/common'
import { type ChangedRange, changedRange } from '../markdown/changed-range.ts'
import { briefGrammar } from '../markdown/grammar.ts'
import { tamed } from '../markdown/tamed.ts'
import { referencesInTree } from './parse-references.ts'
import type { Reference } from './reference.ts'

export type LiveReferences = {
  text: string
  /** What `parseReferences` finds in the text. */
  references: readonly Reference[]
  /** The references of another text, found with what is known of this one. */
  become(text: string): LiveReferences
}

/** What was read of each block, at offsets from its beginning; a block that stands is the same tree in the next parse. */
type Known = WeakMap<Tree, readonly Reference[]>

export function liveReferences(text: string): LiveReferences {
  return read(text, [], new WeakMap())
}

function read(text: string, fragments: readonly TreeFragment[], known: Known): LiveReferences {
  const tree = briefGrammar.parse(tamed(text), fragments)
  return standing(text, collect(tree, text, 0, known), TreeFragment.addTree(tree, fragments), known)
}

/** References that are known, with what is left of the parse that found them. */
function standing(
  text: string,
  references: readonly Reference[],
  fragments: readonly TreeFragment[],
  known: Known,
): LiveReferences {
  return {
    text,
    references,
    become(next) {
      const edit = changedRange(text, next)
      const { start, end, endAfter } = edit
      const change = { fromA: start, toA: end, fromB: start, toB: endAfter }
      const left = TreeFragment.applyChanges(fragments, [change])
      if (!isWithinWords(text, next, edit, references)) return read(next, left, known)
      const shift = endAfter - end
      const moved = references.map(each =>
        each.start < end ? each : { ...each, start: each.start + shift, end: each.end + shift },
      )
      return standing(next, moved, left, known)
    },
  }
}

/** What may stand in a word, and around one, that is no sign of Markdown. */
const wordly = /^[\p{L}\p{M}\p{N} ,.;’“”]*$/u
const afterAWord = /[\p{L}\p{N}]{2,}[,.;’”]? (?:.* )?$/u
const openings = /[`<\\]|:[a-z][a-z-]*[[{]/

/**
 * Whether only letters of words changed, in a paragraph where they can neither make a reference nor break one: behind a
 * word on their line, and with no code, comment, escape or broken directive in the paragraph.
 */
function isWithinWords(
  before: string,
  after: string,
  { start, end, endAfter }: ChangedRange,
  references: readonly Reference[],
): boolean {
  if (!wordly.test(before.slice(start, end)) || !wordly.test(after.slice(start, endAfter))) return false
  const lineStart = before.lastIndexOf('\n', start - 1) + 1
  const lineEnd = lineEndAfter(before, end)
  const tokenStart = Math.max(lineStart, before.lastIndexOf(' ', start - 1) + 1)
  const space = before.indexOf(' ', end)
  const tokenEnd = space === -1 || space > lineEnd ? lineEnd : space
  if (!wordly.test(before.slice(tokenStart, start)) || !wordly.test(before.slice(end, tokenEnd))) return false
  if (!afterAWord.test(before.slice(lineStart, tokenStart))) return false
  const from = before.lastIndexOf('\n\n', start) + 1
  const gap = before.indexOf('\n\n', end)
  const to = gap === -1 ? before.length : gap
  let at = from
  for (const reference of references) {
    if (reference.end <= from) continue
    if (reference.start >= to) break
    if (reference.start <= end && start <= reference.end) return false
    if (openings.test(before.slice(at, reference.start))) return false
    at = reference.end
  }
  return !openings.test(before.slice(at, to))
}

function lineEndAfter(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found === -1 ? text.length : found
}

function collect(tree: Tree, text: string, offset: number, known: Known): Reference[] {
  const found: Reference[] = []
  for (const [index, child] of tree.children.entries()) {
    const at = offset + (tree.positions[index] ?? 0)
    if (!('children' in child)) continue
    // Trees without a name only keep the blocks of a long text in groups.
    if (child.type.isAnonymous) {
      found.push(...collect(child, text, at, known))
      continue
    }
    const inBlock = known.get(child) ?? referencesInTree(child, text.slice(at, at + child.length))
    known.set(child, inBlock)
    for (const reference of inBlock)
      found.push({ ...reference, start: reference.start + at, end: reference.end + at })
  }
  return found
}
