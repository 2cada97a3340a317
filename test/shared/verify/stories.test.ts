import { expect, test } from 'vitest'
import { storiesOf } from '../../../shared/verify/stories.ts'

const wire =
  'The finance minister said on Friday that the bonds could be a card in the talks with Washington, a rare public remark that sent yields up and surprised dealers in Tokyo, who had expected silence until the budget is settled in the summer.'
const ids = (texts: (string | undefined)[]) =>
  storiesOf(texts.map((text, index) => ({ id: String(index), ...(text && { text }) }))).map(story =>
    story.map(({ id }) => id),
  )

test('copies of one story count once, also with words of their own around them', () => {
  const edited = `TOKYO, 2 May — ${wire.replace('Friday', 'Thursday')} The yen was little changed. (Agencies)`
  expect(ids([wire, wire.toUpperCase(), edited])).toEqual([['0', '1', '2']])
})

test('what shares a sentence, or only its subject, is another story', () => {
  const other =
    'Dealers shrugged off the remark. “A card in the talks with Washington” is how one put it, but the auction on Tuesday went well, demand from insurers was strong, and nobody at the ministry would say more before the cabinet meets next week to settle its spending.'
  expect(ids([wire, other])).toEqual([['0'], ['1']])
})

test('a source that links two groups makes them one', () => {
  const half = (text: string, part: number) => {
    const words = text.split(' ')
    return words.slice(part * (words.length / 2), (part + 1) * (words.length / 2)).join(' ')
  }
  expect(ids([half(wire, 0), half(wire, 1), wire])).toEqual([['0', '1', '2']])
})

test('without texts, or with a few words only, nothing is taken for a copy', () => {
  expect(ids([undefined, undefined, 'Short.', 'Short too.'])).toHaveLength(4)
})
