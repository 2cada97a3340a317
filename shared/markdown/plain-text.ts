import type { Token } from 'marked'
import type { ReferenceToken, WrittenReference } from './lex-markdown.ts'

/** The words of marked's tokens without Markdown's marks; a reference is its label, unless `wordsOf` says otherwise. */
export function plainText(
  tokens: readonly Token[] | undefined,
  wordsOf: (reference: WrittenReference) => string = ({ label }) => label,
): string {
  return (tokens ?? [])
    .map(token => {
      if (token.type === 'reference') return wordsOf((token as ReferenceToken).reference)
      if (token.type === 'comment') return ''
      if ('items' in token && token.items) return plainText(token.items, wordsOf)
      if ('tokens' in token && token.tokens) return plainText(token.tokens, wordsOf)
      return 'text' in token ? String(token.text) : ''
    })
    .join('')
}
