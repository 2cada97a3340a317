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
  /** As it looks in a text that is written from left to right throughout, and in another. */
  plain?: DrawnOnce
  turned?: DrawnOnce
  /** As it looks with a number. */
  numbered?: { number: number; plain: string; html: string }
}

/** What is kept of a text from one rendering to the next. */
export type MarkdownMemory = {
  lex(markdown: string): Token[]
  of(token: Token): KnownBlock
}

/** For texts of which each is nearly the one before; for others, `lex` that remembers nothing. */
export function markdownMemory(lex = liveTokens()): MarkdownMemory {
  const known = new WeakMap<Token, KnownBlock>()
  return {
    lex,
    of: token => {
      const block = known.get(token)
      if (block) return block
      const seen = look(token)
      known.set(token, seen)
      return seen
    },
  }
}

export function noMemory(): MarkdownMemory {
  return markdownMemory(lexMarkdown)
}

function look({ raw }: Token): KnownBlock {
  return {
    lines: raw.split('\n').length - 1,
    linesBefore: raw.match(/^\n*/)?.[0].length ?? 0,
    hasOtherScripts: hasOtherScripts(raw),
    hasNotes: raw.includes('[^'),
  }
}
