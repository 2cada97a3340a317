// marked, set up once: GitHub's Markdown with this project's directives. HTML is text, HTML comments are tokens.
import { Marked, type Token, Tokenizer, type TokenizerThis, type Tokens } from 'marked'
import {
  type Directive,
  nextInlineDirective,
  readBlockDirective,
  readInlineDirective,
} from '../references/directive.ts'
import { isReferenceKind, type Reference } from '../references/reference.ts'
import { type CalloutKind, readCallout } from './callouts.ts'
import { isLayoutMark, type LayoutMark, noteCall, noteMark } from './grammar.ts'

/** What a reference says, without its place. */
export type WrittenReference = Omit<Reference, 'start' | 'end'>

export type ReferenceToken = Tokens.Generic & { type: 'reference'; reference: WrittenReference }
export type LayoutToken = Tokens.Generic & { type: 'layout'; mark: LayoutMark; directive: Directive }
/** A call of a note, and what a note says. */
export type NoteCallToken = Tokens.Generic & { type: 'note-call'; name: string }
export type NoteToken = Tokens.Generic & { type: 'note'; name: string; tokens: Token[] }
/** A callout is a quotation to whoever does not know callouts. */
export type CalloutToken = Tokens.Blockquote & { callout: CalloutKind }
export type CommentToken = Tokens.Generic & { type: 'comment'; isClosed: boolean; tokens: Token[] }

const marked = new Marked({
  gfm: true,
  tokenizer: {
    html: () => undefined,
    tag: () => undefined,
    lheading: readUnderlinedHeading,
    blockquote: readQuotation,
  },
  hooks: { emStrongMask: maskDirectives },
  extensions: [
    { name: 'reference-in-line', level: 'inline', start: nextInlineDirective, tokenizer: readInline },
    { name: 'directive-alone', level: 'block', start: nextBlockDirective, tokenizer: readBlock },
    { name: 'note-call', level: 'inline', start: text => text.indexOf('[^'), tokenizer: readNoteCall },
    { name: 'note', level: 'block', start: nextNote, tokenizer: readNote },
    { name: 'comment-in-line', level: 'inline', start: text => text.indexOf('<!--'), tokenizer: readComment },
    { name: 'comment-alone', level: 'block', tokenizer: readCommentBlock },
  ],
})

/** A brief's Markdown as marked's tokens; see the token types above for those that marked does not know. */
export function lexMarkdown(markdown: string): Token[] {
  return marked.lexer(markdown)
}

function readInline(text: string, before: Token[] | Record<string, unknown>): ReferenceToken | undefined {
  if (text[0] !== ':' || (Array.isArray(before) && before.at(-1)?.raw.endsWith(':'))) return undefined
  const directive = readInlineDirective(text, 0)
  if (!directive || directive.id === null || !isReferenceKind(directive.name)) return undefined
  const { name: kind, id, label, end } = directive
  return { type: 'reference', raw: text.slice(0, end), reference: { kind, id, label, block: false } }
}

function readBlock(text: string): ReferenceToken | LayoutToken | undefined {
  const raw = /^[^\n]*\n?/.exec(text)?.[0] ?? ''
  const directive = readBlockDirective(raw)
  if (!directive) return undefined
  const { name, id, label } = directive
  if (isLayoutMark(name)) return { type: 'layout', raw, mark: name, directive }
  if (id === null || !isReferenceKind(name)) return undefined
  return { type: 'reference', raw, reference: { kind: name, id, label, block: true } }
}

/** Where, within the paragraph a text begins with, a block directive cuts it off. */
function nextBlockDirective(text: string): number | undefined {
  const blank = text.search(/\n[ \t]*\n/)
  const paragraph = blank === -1 ? text : text.slice(0, blank)
  for (const match of paragraph.matchAll(/\n( {0,3}::[^\n]*)/g)) {
    if (readBlock(match[1] ?? '')) return match.index + 1
  }
  return undefined
}

// An underlined heading may have several lines; marked would take a block directive or a note for one of them.
function readUnderlinedHeading(this: Tokenizer, text: string): Tokens.Heading | undefined {
  const end = Math.min(nextBlockDirective(text) ?? text.length, nextNote(text) ?? text.length)
  return Tokenizer.prototype.lheading.call(this, text.slice(0, end))
}

function readNoteCall(text: string): NoteCallToken | undefined {
  const [raw, name] = noteCall.exec(text) ?? []
  return raw === undefined || name === undefined ? undefined : { type: 'note-call', raw, name }
}

/** What ends a paragraph without a blank line: another note, a heading, a list, a quotation, a fence, a directive alone. */
const beginsBlock = /^ {0,3}(?:\[\^[^[\]\s]+\]:|#{1,6}(?:\s|$)|[-*+]\s|1[.)]\s|>|```|~~~|::|<!--)/

/** The lines up to a blank one, and after it those that are indented. */
function readNote(this: TokenizerThis, text: string): NoteToken | undefined {
  const firstLine = /^[^\n]*/.exec(text)?.[0] ?? ''
  const [mark = '', name] = noteMark.exec(firstLine.replace(/^ {0,3}/, '')) ?? []
  if (name === undefined) return undefined
  const lines: string[] = []
  for (const [line] of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const written = line.replace(/\n$/, '')
    const isBlank = written.trim() === ''
    const isLazy = !isBlank && lines.at(-1)?.trim() !== '' && !beginsBlock.test(written)
    if (lines.length > 0 && !isBlank && !isLazy && !/^(?: {4}|\t)/.test(written)) break
    lines.push(written)
  }
  while (lines.at(-1)?.trim() === '') lines.pop()
  const raw = lines.join('\n')
  const [first = '', ...others] = lines
  const inside = [
    first.trimStart().slice(mark.length),
    ...others.map(line => line.replace(/^(?: {1,4}|\t)/, '')),
  ]
  return { type: 'note', raw, name, tokens: this.lexer.blockTokens(inside.join('\n'), []) }
}

/** Where, within the paragraph a text begins with, a note cuts it off. */
function nextNote(text: string): number | undefined {
  const blank = text.search(/\n[ \t]*\n/)
  const paragraph = blank === -1 ? text : text.slice(0, blank)
  const at = paragraph.search(/\n {0,3}\[\^[^[\]\s]{1,100}\]:/)
  return at === -1 ? undefined : at + 1
}

/** The first paragraph loses the line that says what the callout is. */
function readQuotation(this: Tokenizer, text: string): Tokens.Blockquote | CalloutToken | undefined {
  const quotation = Tokenizer.prototype.blockquote.call(this, text)
  const [first, ...others] = quotation?.tokens ?? []
  const callout = first?.type === 'paragraph' ? readCallout((first as Tokens.Paragraph).text) : null
  if (!quotation || !first || !callout) return quotation
  // What is in a line is read once all blocks are.
  const line = this.lexer.inlineQueue.findLast(({ tokens }) => tokens === (first as Tokens.Paragraph).tokens)
  if (line) line.src = callout.body
  const tokens = callout.body === '' ? others : [{ ...first, text: callout.body } as Token, ...others]
  return { ...quotation, callout: callout.kind, tokens }
}

function readComment(text: string): Tokens.Generic | undefined {
  const raw = /^<!--[\s\S]*?-->/.exec(text)?.[0]
  return raw === undefined ? undefined : { type: 'comment', raw, isClosed: true, tokens: [] }
}

function readCommentBlock(this: TokenizerThis, text: string): Tokens.Generic | undefined {
  const match = /^ {0,3}<!--(?:[\s\S]*?-->([^\n]*)(?:\n|$)|[\s\S]*)/.exec(text)
  if (!match) return undefined
  const after = match[1]
  return {
    type: 'comment',
    raw: match[0],
    isClosed: after !== undefined,
    tokens: after === undefined ? [] : this.lexer.inline(after),
  }
}

// Without the mask, an asterisk in a label closes emphasis that began before the reference.
function maskDirectives(text: string): string {
  let masked = ''
  let at = 0
  while (at < text.length) {
    const next = nextInlineDirective(text.slice(at))
    if (next === -1) break
    const start = at + next
    const isEscaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(0, start))
    const directive = isEscaped ? null : readInlineDirective(text, start)
    const end = directive?.end ?? start + 1
    masked += text.slice(at, start) + (directive ? 'a'.repeat(end - start) : text.slice(start, end))
    at = end
  }
  return masked + text.slice(at)
}
