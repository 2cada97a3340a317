// The tokens of a text that is being typed: after a change only the blocks around it are read again.
import type { Token, TokensList } from 'marked'
import { changedRange } from './changed-range.ts'
import { lexMarkdown } from './lex-markdown.ts'

/** A text as it was read, and where in it each of its tokens begins. */
type Read = { text: string; tokens: Token[]; starts: number[] }

/**
 * Reads one text after the other, of which each is nearly the same as the one before; gives what `lexMarkdown` gives, and a block
 * that stands as the same token. Throws as that does.
 */
export function liveTokens(): (markdown: string) => Token[] {
  let last: Read | null = null
  return text => {
    if (last?.text === text) return last.tokens
    const before = last
    last = null
    const tokens = (before && readChanged(before, text)) ?? lexMarkdown(text)
    last = readOf(text, tokens)
    return tokens
  }
}

/** Null where blocks cannot be read by themselves: the tokens leave a gap, or name where links go for all of the text. */
function readOf(text: string, tokens: Token[]): Read | null {
  const starts: number[] = []
  let at = 0
  for (const { raw, type } of tokens) {
    if (type === 'def') return null
    starts.push(at)
    at += raw.length
  }
  if (hasLinks(tokens) || at !== text.length) return null
  return { text, tokens, starts }
}

/** A definition within a quotation or an item is no token of the text's own. */
function hasLinks(tokens: Token[]): boolean {
  return 'links' in tokens && Object.keys((tokens as TokensList).links).length > 0
}

/** Null where so much would have to be read again that the whole is no slower, or cannot be read in parts. */
function readChanged({ text: old, tokens, starts }: Read, text: string): Token[] | null {
  const { start, end, endAfter } = changedRange(old, text)
  const from = blockBefore({ text: old, tokens, starts }, start)
  const shift = endAfter - end
  /** Where tokens begin that nothing before them reaches into. */
  const isApart = (place: number) => isAfterBlank(old, starts[place] ?? old.length)
  let kept = starts.findIndex((at, place) => at - 2 >= end && isApart(place))
  if (kept === -1) kept = tokens.length
  for (let more = 1; ; more *= 4) {
    let to = kept
    for (let blocks = 0; to < tokens.length && (blocks < more || !isApart(to)); to++)
      if (tokens[to]?.type !== 'space') blocks += 1
    const isToEnd = to >= tokens.length
    const slice = text.slice(starts[from], isToEnd ? undefined : (starts[to] ?? 0) + shift)
    const read = lexMarkdown(slice)
    if (hasLinks(read)) return null
    if (isToEnd && kept === tokens.length) return [...tokens.slice(0, from), ...read]
    const meeting = (starts[kept] ?? 0) + shift - (starts[from] ?? 0)
    const count = meetsAt(read, meeting, tokens[kept])
    if (count !== null) return [...tokens.slice(0, from), ...read.slice(0, count), ...tokens.slice(kept)]
    if (isToEnd) return [...tokens.slice(0, from), ...read]
  }
}

/**
 * The place of the token from which on to read: after a blank line, with a whole block between it and the change, for what is
 * indented or quoted now may belong to the block before.
 */
function blockBefore({ text, tokens, starts }: Read, change: number): number {
  let blocks = 0
  for (let place = tokens.length - 1; place > 0; place--) {
    const at = starts[place] ?? 0
    if (at + (tokens[place]?.raw.length ?? 0) >= change) continue
    if (tokens[place]?.type !== 'space') blocks += 1
    if (blocks > 0 && isAfterBlank(text, at) && tokens[place]?.type !== 'space') return place
  }
  return 0
}

function isAfterBlank(text: string, at: number): boolean {
  return text[at - 1] === '\n' && text[at - 2] === '\n'
}

/** How many tokens stand before a place where one begins that is the same as another; null where none does. */
function meetsAt(tokens: readonly Token[], place: number, same: Token | undefined): number | null {
  let at = 0
  for (const [count, token] of tokens.entries()) {
    if (at === place) return token.type === same?.type && token.raw === same.raw ? count : null
    if (at > place) return null
    at += token.raw.length
  }
  return null
}
