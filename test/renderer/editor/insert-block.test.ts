import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { blockChange } from '../../../renderer/editor/insert-block.ts'

/** The text with a block put in at `|`. */
function withBlock(marked: string): string {
  const at = marked.indexOf('|')
  const state = EditorState.create({ doc: marked.replace('|', ''), selection: { anchor: at } })
  return state.update(blockChange(state, '::timeline{}')).state.doc.toString()
}

test.each([
  ['|', '::timeline{}\n'],
  ['Words|.', 'Words.\n\n::timeline{}\n'],
  ['Wo|rds.\n\nMore.', 'Words.\n\n::timeline{}\n\nMore.'],
  ['Words.\n|', 'Words.\n\n::timeline{}\n'],
  ['Words.\n\n|', 'Words.\n\n::timeline{}\n'],
  ['Words.|\nMore.', 'Words.\n\n::timeline{}\n\nMore.'],
])('puts a block on lines of its own: %j', (marked, expected) => {
  expect(withBlock(marked)).toBe(expected)
})
