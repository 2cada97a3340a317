import { expect, test } from 'vitest'
import { referencesInsertion } from '../../../renderer/editor/references-to-insert.ts'
import { aFigure, aQuote } from '../board/pieces.ts'

/** The text with two references put where `|` stands, and `|` where the cursor then is. */
function put(marked: string): string {
  const place = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { at, insert, cursor } = referencesInsertion(text, place, [aQuote('kato'), aFigure('yen')])
  const after = text.slice(0, at) + insert + text.slice(at)
  return `${after.slice(0, cursor)}|${after.slice(cursor)}`
}

test.each([
  ['an empty text', '|', '::quote{#kato}\n\n:figure[]{#yen}|'],
  ['an empty line', 'One.\n\n|\n\nTwo.', 'One.\n\n::quote{#kato}\n\n:figure[]{#yen}|\n\nTwo.'],
  ['a line under words', 'One.\n|\nTwo.', 'One.\n\n::quote{#kato}\n\n:figure[]{#yen}|\n\nTwo.'],
  ['within a line', 'He said | today.', 'He said :quote[]{#kato} :figure[]{#yen}| today.'],
  ['right after a word', 'He said|', 'He said :quote[]{#kato} :figure[]{#yen}|'],
  ['right before a word', '|today.', ':quote[]{#kato} :figure[]{#yen}| today.'],
  ['after an opening bracket', 'So (|', 'So (:quote[]{#kato} :figure[]{#yen}|'],
])('in %s', (_, before, after) => {
  expect(put(before)).toBe(after)
})
