import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphsOf, sentencesOf } from '../../../shared/extract/sentences.ts'

const paragraphsIn = (text: string) => paragraphsOf(text).map(({ start, end }) => text.slice(start, end))
const sentencesIn = (text: string) =>
  sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('paragraphs', () => {
  test.each<[what: string, text: string, paragraphs: string[]]>([
    ['each line is one', 'The ferry left.\nIt came back.', ['The ferry left.', 'It came back.']],
    ['blank lines are none', '\n\nThe ferry left.\n \n', ['The ferry left.']],
    [
      'a text broken to a width is read in blocks',
      'The ferry left the harbour in the\nmorning and came back with a\ncargo of salt.\n\nNobody asked\nwhy.',
      [
        'The ferry left the harbour in the\nmorning and came back with a\ncargo of salt.',
        'Nobody asked\nwhy.',
      ],
    ],
    [
      'list items keep their lines in a text broken to a width',
      'The ferry left the harbour in the\nmorning and came\nback.\n\n- salt and\n- pepper',
      ['The ferry left the harbour in the\nmorning and came\nback.', '- salt and', '- pepper'],
    ],
    ['an empty text has none', '', []],
  ])('%s', (_, text, paragraphs) => {
    expect(paragraphsIn(text)).toEqual(paragraphs)
  })
})

describe('sentences', () => {
  test.each<[what: string, text: string, sentences: string[]]>([
    ['a full stop ends one', 'It rained. We left.', ['It rained.', 'We left.']],
    ['marks after the stop belong to it', '“It rained.” We left.', ['“It rained.”', 'We left.']],
    ['a question ends one', 'Did it rain? “Yes.”', ['Did it rain?', '“Yes.”']],
    ['forms of address end none', 'Mr. Bell met Dr. Hall.', ['Mr. Bell met Dr. Hall.']],
    ['initials end none', 'J. R. Hall of the U.S. Navy left.', ['J. R. Hall of the U.S. Navy left.']],
    ['abbreviated months end none', 'On Jan. 5 we left.', ['On Jan. 5 we left.']],
    ['decimal points end none', 'It cost 2.5 crowns.', ['It cost 2.5 crowns.']],
    ['a small letter begins none', 'He asked why? and left.', ['He asked why? and left.']],
    ['white space is no sentence', '   ', []],
  ])('%s', (_, text, sentences) => {
    expect(sentencesIn(text)).toEqual(sentences)
  })

  test('leave out nothing but white space', () => {
    const text = fc.string({ unit: fc.constantFrom('A', 'b', '.', '!', ' ', '”', '5', 'Mr'), maxLength: 80 })
    fc.assert(
      fc.property(text, words => {
        expect(sentencesIn(words).join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''))
      }),
    )
  })
})
