import { expect, test } from 'vitest'
import { pictureInsertion } from '../../../renderer/editor/picture-insertion.ts'

const sum = 'a'.repeat(64)
const address = `(attachment:${sum})`

/** `|` is where the picture goes, and then where the cursor is. */
function inserted(marked: string, sums = [sum]): string {
  const at = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { insert, cursor } = pictureInsertion(text, at, sums)
  const result = text.slice(0, at) + insert + text.slice(at)
  return `${result.slice(0, cursor)}|${result.slice(cursor)}`.replaceAll(address, '()')
}

test.each([
  ['|', '![|]()'],
  ['One.\n\n|\n\nTwo.', 'One.\n\n![|]()\n\nTwo.'],
  ['One.|', 'One.\n\n![|]()'],
  ['One.|\nTwo.', 'One.\n\n![|]()\n\nTwo.'],
  ['|One.', '![|]()\n\nOne.'],
  ['One.\n|\nTwo.', 'One.\n\n![|]()\n\nTwo.'],
])('in %j it is a paragraph of its own, with the cursor where its words go', (before, after) => {
  expect(inserted(before)).toBe(after)
})

test('in the middle of a line, and in a row of a table, it stays in the line', () => {
  expect(inserted('One | two.')).toBe('One ![|]() two.')
  expect(pictureInsertion('| a |', 5, [sum])).toEqual({ at: 5, insert: `![]${address}`, cursor: 7 })
})

test('several stand under one another', () => {
  expect(inserted('|', [sum, sum])).toBe('![|]()\n\n![]()')
})
