import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from '../../../renderer/editor/changes-between.ts'

test('make the one text of the other, and leave the cursor with its words', () => {
  const state = EditorState.create({ doc: 'One.\nTwo.\nThree.', selection: { anchor: 9 } })
  const next = state.update({
    changes: changesBetween(state.doc.toString(), 'ONE, theirs.\nTwo.\nThree.'),
  }).state
  expect(next.doc.toString()).toBe('ONE, theirs.\nTwo.\nThree.')
  expect(next.sliceDoc(0, next.selection.main.head)).toBe('ONE, theirs.\nTwo.')
})

test('make any text of any other', () => {
  const text = fc.lorem({ maxCount: 12 }).map(words => words.replaceAll(' ', '\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const state = EditorState.create({ doc: before })
      expect(state.update({ changes: changesBetween(before, after) }).state.doc.toString()).toBe(after)
    }),
  )
})
