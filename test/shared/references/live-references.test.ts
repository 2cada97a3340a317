import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveReferences } from '../../../shared/references/live-references.ts'
import { parseReferences } from '../../../shared/references/parse-references.ts'
import '../../property-seed.ts'

const pieces = fc.constantFrom(
  ':quote["one"]{#one}',
  ':figure[]{#two}',
  '::figure{#two}\n',
  '\n',
  '\n\n',
  '# Head\n',
  '> ',
  '- ',
  '    ',
  '`',
  '```\n',
  '<!--',
  '-->',
  'Words. ',
  ':',
  '[',
  ']',
  '{#',
  '}',
)
const text = fc.array(pieces, { maxLength: 40 }).map(all => all.join(''))
const edit = fc.record({ from: fc.nat(300), length: fc.nat(20), insert: fc.oneof(pieces, fc.constant('')) })

test('whatever is typed, the references are those of the whole text', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 12 }), (begun, edits) => {
      let live = liveReferences(begun)
      for (const { from, length, insert } of edits) {
        const start = Math.min(from, live.text.length)
        live = live.become(live.text.slice(0, start) + insert + live.text.slice(start + length))
        expect(live.references).toEqual(parseReferences(live.text))
      }
    }),
    { numRuns: 1500 },
  )
})

const words = fc.array(
  fc.oneof(pieces, fc.constantFrom('Some words here. ', 'and then ', 'a b ', ' ', 'e')),
  {
    maxLength: 40,
  },
)
const key = fc.record({
  from: fc.nat(300),
  length: fc.constantFrom(0, 0, 1, 2, 5),
  insert: fc.constantFrom('', 'e', 'quote', ' ', '.', 'e w', '”'),
})

test('keys that change words alone leave the references that the whole text has', () => {
  fc.assert(
    fc.property(words, fc.array(key, { maxLength: 12 }), (begun, keys) => {
      let live = liveReferences(begun.join(''))
      for (const { from, length, insert } of keys) {
        const start = Math.min(from, live.text.length)
        live = live.become(live.text.slice(0, start) + insert + live.text.slice(start + length))
        expect(live.references).toEqual(parseReferences(live.text))
      }
    }),
    { numRuns: 3000 },
  )
})

test('a text that becomes quite another is read as that', () => {
  const other = 'Other :event[x]{#three}.'
  expect(liveReferences('One :quote[]{#one}.').become(other).references).toEqual(parseReferences(other))
})
