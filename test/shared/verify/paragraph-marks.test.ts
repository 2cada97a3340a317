import { expect, test } from 'vitest'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'

const paragraphMarks = { U: 'UNCLASSIFIED', CUI: 'CUI', C: 'CONFIDENTIAL', S: 'SECRET', TS: 'TOP SECRET' }
const none = { pages: null, limits: { bottomLine: null }, checks: {} }

function found(body: string, marking: string | null, template = { ...none, paragraphMarks }) {
  const evidence = { quotes: [], figures: [], events: [], people: [] }
  return verifyBrief({ brief: { body, marking }, evidence, sources: [], template })
    .filter(({ rule }) => rule.startsWith('paragraph-'))
    .map(({ rule, line }) => `${line} ${rule}`)
}

const body = `## Point

(U) Talks go on.

They are secret.[^1]

- (S//NF) An item.
- An item without.

| a | b |
|---|---|
| c | d |

[^1]: A note.
`

test('each paragraph and each item of a marked brief bears a mark; cells, notes and headings need none', () => {
  expect(found(body, 'SECRET')).toEqual(['5 paragraph-unmarked', '8 paragraph-unmarked'])
})

test('of a brief that anybody may read, and in a form without marks, none is asked for', () => {
  expect(found('They are open.', 'UNCLASSIFIED')).toEqual([])
  expect(found('They are open.', null)).toEqual([])
  expect(
    found('They are secret.', 'SECRET', { ...none, paragraphMarks: {} as typeof paragraphMarks }),
  ).toEqual([])
})

test('a paragraph is not marked higher than its brief', () => {
  expect(found('(TS) Not here.', 'SECRET')).toEqual(['1 paragraph-marked-higher'])
  expect(found('(S//NF) Here.', 'SECRET')).toEqual([])
  expect(found('(S) Not here.', null)).toEqual(['1 paragraph-marked-higher'])
})

test('parentheses that are no mark of the form are none', () => {
  expect(found('(Secretly) they go on.', 'SECRET')).toEqual(['1 paragraph-unmarked'])
})
