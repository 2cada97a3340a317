// marked, set up once: GitHub's Markdown with this project's directives. HTML is text, HTML comments are tokens.
import { Lexer, Marked, type Token, Tokenizer, type TokenizerThis, type Tokens } from 'marked'
import { type Directive, readBlockDirective, readInlineDirective } from '../references/directive.ts'
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
    list: readList,
    table: readTable,
    url: readAddress,
    escape: spendOnStep,
  },
  hooks: { emStrongMask: maskDirectives },
  extensions: [
    { name: 'reference-in-line', level: 'inline', start: nextInWords, tokenizer: readInline },
    { name: 'directive-alone', level: 'block', start: nextBlockDirective, tokenizer: readBlock },
    // Words end before a bracket, so that these need no search for where they begin.
    { name: 'note-call', level: 'inline', tokenizer: readNoteCall },
    { name: 'note', level: 'block', start: nextNote, tokenizer: readNote },
    { name: 'comment-in-line', level: 'inline', tokenizer: readComment },
    { name: 'comment-alone', level: 'block', tokenizer: readCommentBlock },
  ],
})

/**
 * A brief's Markdown as marked's tokens; see the token types above for those that marked does not know. Text that would take
 * far longer than any that is written for a reader is one token of plain text. Throws a RangeError where blocks are nested too
 * deeply.
 */
export function lexMarkdown(markdown: string): Token[] {
  depth = 0
  return new BoundedLexer(marked.defaults).lex(markdown)
}

/** Quotations, lists and notes in each other. */
const deepest = 250
/** Each list reads again all that stands in it. */
const deepestList = 60
let depth = 0

/** Reads what stands in a block; deeper ones would take marked to the end of its stack, and long before that forever. */
function within<T>(read: () => T, most = deepest): T {
  if (depth >= most) throw new RangeError('The text is nested too deeply.')
  depth += 1
  try {
    return read()
  } finally {
    depth -= 1
  }
}

/** Characters that may still be looked at for the line, paragraph or cell that is being read. */
let effort = 0
const tooTangled = Symbol('more effort than any text is worth')

/** A step may look through all that is left of the text, and marks that nothing closes make each step do so. */
function spend(characters: number): void {
  effort -= characters
  if (effort < 0) throw tooTangled
}

function spendOnStep(text: string): false {
  spend(text.length)
  return false
}

class BoundedLexer extends Lexer {
  #inside = 0

  override inlineTokens(text: string, tokens: Token[] = []): Token[] {
    if (this.#inside === 0) effort = 100_000 + 100 * text.length
    // What stands in links and emphasis is read in it.
    else if (this.#inside > deepest) return plainly(text, tokens)
    this.#inside += 1
    try {
      return super.inlineTokens(text, tokens)
    } catch (error) {
      if (error !== tooTangled || this.#inside > 1) throw error
      return plainly(text, tokens)
    } finally {
      this.#inside -= 1
    }
  }
}

function plainly(text: string, tokens: Token[]): Token[] {
  tokens.splice(0, tokens.length, { type: 'text', raw: text, text, escaped: false })
  return tokens
}

/** No address of mail has a longer part before its sign (RFC 5321, 4.5.3.1.1); marked would look for the sign from each letter on. */
function readAddress(text: string): false | undefined {
  return /^(?:https?:|ftp:|www\.|[\w.+-]{1,64}@)/i.test(text) ? false : undefined
}

function readList(this: Tokenizer, text: string): Tokens.List | undefined {
  if (!/^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(text)) return undefined
  return within(() => Tokenizer.prototype.list.call(this, text), deepestList)
}

/** Cells that no row has are made for each of them, so that a wide head over many short rows would be millions. */
const mostEmptyCells = 20_000

function readTable(this: Tokenizer, text: string): Tokens.Table | undefined {
  const head = /^([^\n]*)\n[ \t|:-]+(?:\n|$)/.exec(text)?.[1]
  if (head === undefined) return undefined
  const marks = (line: string) => line.split('|').length - 1
  const columns = marks(head) + 1
  let empty = 0
  for (let at = text.indexOf('\n') + 1; at > 0 && empty <= mostEmptyCells; ) {
    const end = text.indexOf('\n', at)
    const line = end === -1 ? text.slice(at) : text.slice(at, end)
    if (line.trim() === '') break
    empty += columns - marks(line)
    at = end + 1
  }
  return empty > mostEmptyCells ? undefined : Tokenizer.prototype.table.call(this, text)
}

/** Where a directive begins in the words that a text begins with, before any other mark; -1 where none does. */
function nextInWords(text: string): number {
  const found = /^[`~]*[^\\<!`*~_[]*?:[a-z][a-z-]*[[{]/.exec(text)?.[0]
  return found === undefined ? -1 : found.lastIndexOf(':')
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
  return nextLine(text, line => readBlock(line) !== undefined)
}

/** Where the first line after the first is that is one; what ends a paragraph ends the search. */
function nextLine(text: string, isOne: (line: string) => boolean): number | undefined {
  for (let at = text.indexOf('\n') + 1; at > 0; ) {
    const end = text.indexOf('\n', at)
    const line = end === -1 ? text.slice(at) : text.slice(at, end)
    if (isOne(line)) return at
    if (line.trim() === '' || beginsBlock.test(line) || /^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) return undefined
    at = end + 1
  }
  return undefined
}

// An underlined heading may have several lines; marked would take a block directive or a note for one of them.
function readUnderlinedHeading(this: Tokenizer, text: string): Tokens.Heading | undefined {
  const heading = Tokenizer.prototype.lheading.call(this, text)
  if (!heading) return undefined
  const { raw } = heading
  const end = Math.min(nextBlockDirective(raw) ?? raw.length, nextNote(raw) ?? raw.length)
  if (end === raw.length) return heading
  this.lexer.inlineQueue.pop()
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
  const tokens = within(() => this.lexer.blockTokens(inside.join('\n'), []))
  return { type: 'note', raw, name, tokens }
}

/** Where, within the paragraph a text begins with, a note cuts it off. */
function nextNote(text: string): number | undefined {
  return nextLine(text, line => /^ {0,3}\[\^[^[\]\s]{1,100}\]:/.test(line))
}

/** The first paragraph loses the line that says what the callout is. */
function readQuotation(this: Tokenizer, text: string): Tokens.Blockquote | CalloutToken | undefined {
  if (!/^ {0,3}>/.test(text)) return undefined
  const quotation = within(() => Tokenizer.prototype.blockquote.call(this, text))
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
  const masked: string[] = []
  let at = 0
  for (const { index } of text.matchAll(/:(?=[a-z][a-z-]*[[{])/g)) {
    if (index < at || isEscaped(text, index)) continue
    const directive = readInlineDirective(text, index)
    if (!directive) continue
    masked.push(text.slice(at, index), 'a'.repeat(directive.end - index))
    at = directive.end
  }
  return masked.join('') + text.slice(at)
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}
