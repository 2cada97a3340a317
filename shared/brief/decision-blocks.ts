// Where a brief asks for a decision: `::decision{options="agreed, not agreed"}` under what it recommends.
import type { Token, Tokens } from 'marked'
import { type LayoutToken, lexMarkdown, type WrittenReference } from '../markdown/lex-markdown.ts'
import { plainText } from '../markdown/plain-text.ts'
import type { Directive } from '../references/directive.ts'

/** What may come back of a recommendation. */
export const decisionOutcomes = ['agreed', 'not-agreed', 'noted', 'discuss'] as const

export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** An answer that a decision block offers, in its own words; the outcome is null where they are none of the usual. */
export type DecisionOption = { words: string; outcome: DecisionOutcome | null }

/** `recommendation` is empty where nothing stands before the block and it has no label of its own. */
export type DecisionBlock = { recommendation: string; options: readonly DecisionOption[] }

const usualWords: Record<DecisionOutcome, string> = {
  agreed: 'Agreed',
  'not-agreed': 'Not agreed',
  noted: 'Noted',
  discuss: 'Discuss',
}

/** Forms differ: an action memo has Approve and Disapprove, an Australian brief Please discuss. */
const wordsOfOutcomes: Record<string, DecisionOutcome> = {
  agreed: 'agreed',
  agree: 'agreed',
  approve: 'agreed',
  approved: 'agreed',
  yes: 'agreed',
  'not agreed': 'not-agreed',
  'not agree': 'not-agreed',
  disagree: 'not-agreed',
  disapprove: 'not-agreed',
  disapproved: 'not-agreed',
  'not approved': 'not-agreed',
  no: 'not-agreed',
  noted: 'noted',
  note: 'noted',
  discuss: 'discuss',
  'please discuss': 'discuss',
  'to discuss': 'discuss',
}

const mostOptions = 8
const longestWords = 60
const longestRecommendation = 500

/** What a decision block offers: its `options` with commas between, else all that are usual. */
export function decisionOptions({ attributes }: Pick<Directive, 'attributes'>): DecisionOption[] {
  const written = (attributes.get('options') ?? '')
    .split(/[,;|]/)
    .map(words => words.replace(/\s+/g, ' ').trim().slice(0, longestWords))
    .filter(words => words !== '')
    .slice(0, mostOptions)
  if (written.length === 0) return decisionOutcomes.map(outcome => ({ words: usualWords[outcome], outcome }))
  return written.map(words => ({
    words: words[0]?.toLocaleUpperCase('en') + words.slice(1),
    outcome: outcomeOf(words),
  }))
}

function outcomeOf(words: string): DecisionOutcome | null {
  const known = words.toLowerCase().replace(/-/g, ' ')
  return Object.hasOwn(wordsOfOutcomes, known) ? (wordsOfOutcomes[known] ?? null) : null
}

/**
 * The decision blocks of a brief's Markdown, in order. Each is about its own label, else about the paragraph or list
 * before it, else about its heading; a text that is nested too deeply to be drawn has none. `wordsOf` gives the words of a reference, its label where it is left out.
 */
export function decisionBlocks(
  markdown: string,
  wordsOf?: (reference: WrittenReference) => string,
): DecisionBlock[] {
  const blocks: DecisionBlock[] = []
  let heading = ''
  const words = (token: Token): string => {
    if (token.type === 'list')
      return (token as Tokens.List).items
        .map(item => words(item))
        .filter(text => text !== '')
        .join('; ')
    return plainText([token], wordsOf).replace(/\s+/g, ' ').trim()
  }
  const walk = (tokens: readonly Token[], before: string) => {
    let last = before
    for (const token of tokens) {
      if (token.type === 'layout' && (token as LayoutToken).mark === 'decision') {
        const { directive } = token as LayoutToken
        const recommendation = directive.label || last || heading
        blocks.push({
          recommendation: recommendation.slice(0, longestRecommendation),
          options: decisionOptions(directive),
        })
      } else if (token.type === 'heading') {
        heading = words(token)
        last = ''
      } else if (token.type === 'list') {
        for (const item of (token as Tokens.List).items) walk(item.tokens, '')
        last = words(token)
      } else if (token.type === 'blockquote') {
        walk((token as Tokens.Blockquote).tokens, last)
      } else if (token.type === 'paragraph' || token.type === 'text') {
        last = words(token) || last
      }
    }
  }
  walk(tokensOf(markdown), '')
  return blocks
}

/** How many there are among some blocks. */
export function countDecisions(tokens: readonly Token[]): number {
  return tokens.reduce((count, token) => {
    if (token.type === 'layout') return count + ((token as LayoutToken).mark === 'decision' ? 1 : 0)
    if (token.type === 'list')
      return (token as Tokens.List).items.reduce((sum, item) => sum + countDecisions(item.tokens), count)
    return token.type === 'blockquote' ? count + countDecisions((token as Tokens.Blockquote).tokens) : count
  }, 0)
}

function tokensOf(markdown: string): Token[] {
  try {
    return lexMarkdown(markdown)
  } catch (error) {
    // As `renderMarkdown` shows it: as it is written.
    if (error instanceof RangeError) return []
    throw error
  }
}
