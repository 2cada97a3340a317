import { type BriefTree, parseBrief } from '../markdown/parse-brief.ts'
import { readBlockDirective, readInlineDirective } from './directive.ts'
import { isReferenceKind, type Reference } from './reference.ts'

/**
 * Finds the references of a brief's Markdown, in order. Code, comments and escaped colons hold none.
 */
export function parseReferences(markdown: string): Reference[] {
  return [...referencesInTree(parseBrief(markdown), markdown)]
}

/** A text is read for its records and by its checks. */
const known = new WeakMap<BriefTree, readonly Reference[]>()

/** The references of Markdown that was parsed already. */
export function referencesInTree(tree: BriefTree, markdown: string): readonly Reference[] {
  const references = known.get(tree) ?? readReferences(tree, markdown)
  known.set(tree, references)
  return references
}

function readReferences(tree: BriefTree, markdown: string): Reference[] {
  const references: Reference[] = []
  tree.iterate({
    enter(node) {
      if (node.name !== 'Reference' && node.name !== 'BlockReference') return
      const block = node.name === 'BlockReference'
      const { from: start, to: end } = node
      let written = markdown.slice(start, end)
      // The mark of a block quote can stand within a label that goes over a line end.
      for (const mark of node.node.getChildren('QuoteMark')) {
        written = `${written.slice(0, mark.from - start)} ${written.slice(mark.to - start)}`
      }
      const directive = block ? readBlockDirective(written) : readInlineDirective(written, 0)
      if (!directive || directive.id === null || !isReferenceKind(directive.name)) return
      references.push({ kind: directive.name, id: directive.id, label: directive.label, block, start, end })
    },
  })
  return references
}
