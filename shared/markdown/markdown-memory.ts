import type { Token } from 'marked'
import { lexMarkdown } from './lex-markdown.ts'
import { liveTokens } from './live-tokens.ts'
import type { Question } from './questions.ts'
import { hasOtherScripts } from './writing.ts'

/** What was drawn of a block, and what was asked for it, which the block alone says: answered alike, it looks the same. */
type DrawnOnce = {
  html: string
  questions: readonly Question[]
  answers: readonly string[]
}

/** What is known of a block of a text for as long as it stands. */
export type KnownBlock = {
  /** Line ends in it, and how many of them it begins with. */
  lines: number
  linesBefore: number
  hasOtherScripts: boolean
  /** Whether it may call a note, or be one. */
  hasNotes: boolean
  /** Whether it may hold a directive that stands on a line of its own. */
  hasMarks: boolean
  /** As it looks in a text that is written from left to right throughout, and in another. */
  plain?: DrawnOnce
  turned?: DrawnOnce
  /** As it looks with a number. */
  numbered?: { number: number; plain: string; html: string }
  /** As it was told last. */
  told?: { line: number; html: string }
}

/** A text as it was read: its tokens without a gap, what is known of each, and which of them may hold notes or directives. */
export type ReadMarkdown = {
  tokens: readonly Token[]
  blocks: readonly KnownBlock[]
  withNotes: readonly Token[]
  withMarks: readonly Token[]
  hasOtherScripts: boolean
}

/** What is kept of a text from one rendering to the next. `read` throws a RangeError where it is nested too deeply. */
export type MarkdownMemory = { read(markdown: string): ReadMarkdown }

/** For texts of which each is nearly the one before; for others, `lex` that remembers nothing. */
export function markdownMemory(lex = liveTokens()): MarkdownMemory {
  const known = new WeakMap<Token, KnownBlock>()
  let last: { markdown: string; read: ReadMarkdown } | null = null
  const of = (token: Token) => {
    // Half of all tokens.
    if (token.type === 'space' && token.raw === emptyLine.raw) return emptyLine.block
    const block = known.get(token) ?? look(token)
    known.set(token, block)
    return block
  }
  return {
    read: markdown => {
      if (last?.markdown !== markdown) last = { markdown, read: readAll(lex(markdown), of) }
      return last.read
    },
  }
}

export function noMemory(): MarkdownMemory {
  return markdownMemory(lexMarkdown)
}

function readAll(tokens: readonly Token[], of: (token: Token) => KnownBlock): ReadMarkdown {
  const blocks = tokens.map(of)
  const those = (has: (block: KnownBlock) => boolean) =>
    tokens.filter((_, at) => has(blocks[at] as KnownBlock))
  return {
    tokens,
    blocks,
    withNotes: those(({ hasNotes }) => hasNotes),
    withMarks: those(({ hasMarks }) => hasMarks),
    hasOtherScripts: blocks.some(block => block.hasOtherScripts),
  }
}

const emptyLine = { raw: '\n\n', block: look({ type: 'space', raw: '\n\n' }) }

function look({ raw }: Token): KnownBlock {
  return {
    lines: raw.split('\n').length - 1,
    linesBefore: raw.match(/^\n*/)?.[0].length ?? 0,
    hasOtherScripts: hasOtherScripts(raw),
    hasNotes: raw.includes('[^'),
    hasMarks: raw.includes('::'),
  }
}
