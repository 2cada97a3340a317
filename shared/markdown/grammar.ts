// The Markdown grammar that keeps exact offsets (marked, which renders, does not): CommonMark with GitHub's additions
// and this project's directives. HTML is no part of it: a brief shows it as text; only comments are known.
import { type BlockContext, GFM, type Line, type MarkdownConfig, parser } from '@lezer/markdown'
import { readBlockDirective, readInlineDirective } from '../references/directive.ts'
import { isReferenceKind } from '../references/reference.ts'

/** Extends a lezer Markdown parser with references and marks of layout. */
export const directiveGrammar: MarkdownConfig = {
  defineNodes: ['Reference', { name: 'BlockReference', block: true }, { name: 'LayoutMark', block: true }],
  parseInline: [
    {
      name: 'Reference',
      before: 'Escape',
      parse(context, next, at) {
        if (next !== 58 /* : */) return -1
        const directive = readInlineDirective(context.text, at - context.offset)
        if (!directive || !isReferenceKind(directive.name)) return -1
        return context.addElement(context.elt('Reference', at, context.offset + directive.end))
      },
    },
  ],
  parseBlock: [
    {
      name: 'BlockReference',
      before: 'ATXHeading',
      parse(context, line) {
        const node = blockDirectiveNode(line)
        if (node === null) return false
        const from = context.lineStart + line.pos
        context.addElement(context.elt(node, from, from + line.text.slice(line.pos).trimEnd().length))
        context.nextLine()
        return true
      },
      endLeaf: (_context, line) => blockDirectiveNode(line) !== null,
    },
  ],
}

function blockDirectiveNode(line: Line): 'BlockReference' | 'LayoutMark' | null {
  if (line.indent - line.baseIndent > 3) return null
  const directive = readBlockDirective(line.text.slice(line.pos))
  if (directive === null) return null
  if (isReferenceKind(directive.name)) return directive.id === null ? null : 'BlockReference'
  return isLayoutMark(directive.name) ? 'LayoutMark' : null
}

/** Block directives that are no references: where a page ends, and where the list of sources, a decision and a timeline stand. */
export const layoutMarks = ['page-break', 'sources', 'decision', 'timeline'] as const

export type LayoutMark = (typeof layoutMarks)[number]

export function isLayoutMark(name: string): name is LayoutMark {
  return (layoutMarks as readonly string[]).includes(name)
}

const commentGrammar: MarkdownConfig = {
  remove: ['HTMLBlock', 'HTMLTag'],
  parseInline: [
    {
      name: 'Comment',
      before: 'Emphasis',
      parse(context, next, at) {
        if (next !== 60 /* < */) return -1
        const comment = /^<!--[\s\S]*?-->/.exec(context.slice(at, context.end))
        return comment ? context.addElement(context.elt('Comment', at, at + comment[0].length)) : -1
      },
    },
  ],
  parseBlock: [
    {
      name: 'CommentBlock',
      before: 'ATXHeading',
      parse(context, line) {
        if (!startsComment(line)) return false
        const from = context.lineStart + line.pos
        let end = line.text.indexOf('-->', line.pos + 4)
        while (end === -1 && context.nextLine() && !isOutside(context, line)) end = line.text.indexOf('-->')
        if (end === -1) {
          context.addElement(context.elt('CommentBlock', from, Math.max(from, context.prevLineEnd())))
          return true
        }
        const to = context.lineStart + end + 3
        context.addElement(context.elt('CommentBlock', from, to))
        const rest = line.text.slice(end + 3)
        if (rest.trim() !== '') {
          const inline = context.parser.parseInline(rest, to)
          context.addElement(context.elt('Paragraph', to, to + rest.length, inline))
        }
        context.nextLine()
        return true
      },
      endLeaf: (_context, line) => startsComment(line),
    },
  ],
}

function startsComment(line: Line): boolean {
  return line.indent - line.baseIndent < 4 && line.text.startsWith('<!--', line.pos)
}

// The depth of a line is not among lezer's declarations, and without it a comment runs out of its block quote.
function isOutside(context: BlockContext, line: Line): boolean {
  return (line as Line & { depth: number }).depth < context.depth
}

/** `[^name]` calls a note, `[^name]: …` at the beginning of a line is what it says; more of it is indented by four. */
export const noteGrammar: MarkdownConfig = {
  defineNodes: [
    'NoteCall',
    'NoteMark',
    {
      name: 'Note',
      block: true,
      composite(_context, line, indent) {
        const isBlank = line.next === -1
        if (!isBlank && line.indent < line.baseIndent + indent) return false
        line.moveBaseColumn(line.baseIndent + indent)
        return true
      },
    },
  ],
  parseInline: [
    {
      name: 'NoteCall',
      before: 'Link',
      parse(context, next, at) {
        if (next !== 91 /* [ */) return -1
        // No name is longer than this.
        const call = noteCall.exec(context.slice(at, Math.min(context.end, at + 110)))
        return call ? context.addElement(context.elt('NoteCall', at, at + call[0].length)) : -1
      },
    },
  ],
  parseBlock: [
    {
      name: 'Note',
      before: 'LinkReference',
      parse(context, line) {
        const mark = noteMarkIn(line)
        if (mark === null) return false
        const from = context.lineStart + line.pos
        context.startComposite('Note', line.pos, noteIndent)
        context.addElement(context.elt('NoteMark', from, from + mark.trimEnd().length))
        line.moveBase(line.pos + mark.length)
        return null
      },
      endLeaf: (_context, line) => noteMarkIn(line) !== null,
    },
  ],
}

const noteIndent = 4
/** A call of a note at the beginning of a text; group 1 is the note's name. */
export const noteCall = /^\[\^([^[\]\s]{1,100})\]/
/** The mark before what a note says, at the beginning of a text. */
export const noteMark = /^\[\^([^[\]\s]{1,100})\]:[ \t]*/

function noteMarkIn(line: Line): string | null {
  return line.indent - line.baseIndent > 3 ? null : (noteMark.exec(line.text.slice(line.pos))?.[0] ?? null)
}

/** The grammar of a brief's Markdown. */
export const briefGrammar = parser.configure([GFM, commentGrammar, directiveGrammar, noteGrammar])

/** The grammar of a source's Markdown: somebody else's text, in which directives mean nothing. */
export const sourceGrammar = parser.configure([GFM, commentGrammar])
