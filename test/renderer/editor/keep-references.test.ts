import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { keepReferences } from '../../../renderer/editor/keep-references.ts'

/** Replaces every occurrence as “Replace all” does. */
function replaceAll(doc: string, search: string, insert: string, userEvent = 'input.replace.all'): string {
  const state = EditorState.create({ doc, extensions: [keepReferences] })
  const changes = [...doc.matchAll(new RegExp(search, 'g'))].map(({ index }) => {
    return { from: index, to: index + search.length, insert }
  })
  return state.update({ changes, userEvent }).state.doc.toString()
}

test.each([
  ['Smith said :quote["smith"]{#smith-said}.', 'smith', 'X', 'Smith said :quote["X"]{#smith-said}.'],
  ['::quote{#smith}\n\nsmith', 'smith', 'X', '::quote{#smith}\n\nX'],
  ['The quote :quote[]{#quote-1}', 'quote', 'X', 'The X :quote[]{#quote-1}'],
  ['A `:quote[]{#smith}` in code', 'smith', 'X', 'A `:quote[]{#X}` in code'],
])('in %j %j becomes %j and the links stay', (doc, search, insert, expected) => {
  expect(replaceAll(doc, search, insert)).toBe(expected)
})

test('what is typed or pasted is never held back', () => {
  expect(replaceAll('::quote{#smith}', 'smith', 'X', 'input.type')).toBe('::quote{#X}')
})
