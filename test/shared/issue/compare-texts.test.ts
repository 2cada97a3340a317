import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from '../../../shared/issue/compare-texts.ts'

const shown = (before: string, after: string) =>
  compareTexts(before, after).map(({ kind, parts }) => `${kind}: ${parts.map(({ text }) => text).join('|')}`)

test('a paragraph that was rewritten in part has its words compared, and the others are told apart', () => {
  expect(
    shown(
      'One stays.\n\nTwo does change a bit.\n\nThree goes.',
      'One stays.\n\nTwo does change a lot.\n\nNew.',
    ),
  ).toEqual([
    'same: One stays.',
    'changed: Two does change a |bit|lot|.',
    'removed: Three goes.',
    'added: New.',
  ])
})

test('an item that comes into a list is no change of the next one', () => {
  expect(shown('- cars\n- rice', '- cars\n- gas\n- rice')).toEqual([
    'same: - cars',
    'added: - gas',
    'same: - rice',
  ])
})

test('line ends and blank lines are no change', () => {
  expect(shown('One.\r\n\r\nTwo.', 'One.\n\n\n  \nTwo.\n')).toEqual(['same: One.', 'same: Two.'])
})

test('the old paragraphs and the new ones are all there, in their order', () => {
  const paragraph = fc.constantFrom(
    'one two three',
    'one two four',
    'five',
    'six seven',
    'six eight',
    '- a b',
    '# H',
  )
  const text = fc.array(paragraph, { maxLength: 8 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = compareTexts(before.join('\n\n'), after.join('\n\n'))
      const side = (without: 'added' | 'removed') =>
        changes
          .map(({ parts }) => parts.map(({ kind, text }) => (kind === without ? '' : text)).join(''))
          .filter((_, index) => changes[index]?.kind !== without)
      expect(side('added')).toEqual(before)
      expect(side('removed')).toEqual(after)
    }),
  )
})
