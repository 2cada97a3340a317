import { isLayoutMark, layoutMarks } from '../../markdown/grammar.ts'
import { parseBrief } from '../../markdown/parse-brief.ts'
import { readBlockDirective } from '../../references/directive.ts'
import { referenceKinds } from '../../references/reference.ts'
import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

const names = [...referenceKinds, ...layoutMarks].join('|')
/** What begins as a directive: in a line with its bracket, or with two colons at the head of one. */
const begun = new RegExp(
  String.raw`(?<![\p{L}\p{N}:\\])::?(?:${names})(?=[[{])|(?<=^[ >\t]*)::(?:${names})(?![\w-])`,
  'gmu',
)

/** Where directives are read, or are meant to be seen as they are written. */
const asWritten = new Set([
  ...['Reference', 'BlockReference', 'LayoutMark'],
  ...['FencedCode', 'CodeBlock', 'InlineCode', 'Comment', 'CommentBlock', 'URL', 'Link'],
])

export const directiveUnread: Rule = {
  name: 'directive-unread',
  severity: 'error',
  wrong: 'A reference or a block is written so that it cannot be read, and its code is printed.',
  mend: 'Give what begins with two colons a line of its own, close its brackets, and name what it links: ::quote{#id}.',
  examples: {
    wrong: exampleBrief('::quote{#kato-option} This matters for yields.'),
    right: exampleBrief('::quote{#kato-option}\n\nThis matters for yields.'),
  },
  find: ({ brief: { body }, references }) => {
    const read = new Set(references.map(({ start }) => start))
    const open = [...body.matchAll(begun)].filter(({ index }) => !read.has(index) && !isBlock(body, index))
    if (open.length === 0) return []
    const tree = parseBrief(body)
    return open.flatMap(({ 0: words, index }) => {
      for (let node = tree.resolveInner(index, 1); node.parent; node = node.parent)
        if (asWritten.has(node.name)) return []
      const end = body.indexOf('\n', index)
      const line = body.slice(index, end === -1 ? body.length : end)
      return {
        start: index,
        end: index + (/^\S*[\]}]/.exec(line)?.[0].length ?? words.length),
        message: line.startsWith('::')
          ? `“${words}” is printed as it stands, since its line holds more than it, or it is not closed. Give it a line of its own.`
          : `“${words}” is printed as it stands, since it is not closed or names nothing.`,
        evidence: null,
      }
    })
  },
}

function isBlock(body: string, at: number): boolean {
  const end = body.indexOf('\n', at)
  const directive = readBlockDirective(body.slice(at, end === -1 ? body.length : end))
  return directive !== null && isLayoutMark(directive.name)
}
