import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { ensureSyntaxTree, language } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { markdownUnlessTangled } from '../../../renderer/editor/markdown-unless-tangled.ts'

const stateOf = (text: string) =>
  EditorState.create({
    doc: text,
    extensions: markdownUnlessTangled(text, markdown({ base: markdownLanguage }), 'plain'),
  })
const isMarkdown = (state: EditorState) => state.facet(language) !== null

test('a text that people write is Markdown', () => {
  const state = stateOf(`# Heading\n\n${'*Words* and [links](https://example.org). '.repeat(30)}\n\n- item`)
  expect(isMarkdown(state)).toBe(true)
  expect(ensureSyntaxTree(state, 10)?.topNode.firstChild?.name).toBe('ATXHeading1')
})

test('a tangled text is plain from the beginning, and Markdown again once it is mended', () => {
  const tangle = '[a]('.repeat(1000)
  const state = stateOf(`before\n\n${tangle}`)
  expect(isMarkdown(state)).toBe(false)
  const typed = state.update({ changes: { from: 3, insert: 'x' } }).state
  expect(isMarkdown(typed)).toBe(false)
  const mended = typed.update({ changes: { from: 9, to: typed.doc.length } }).state
  expect(isMarkdown(mended)).toBe(true)
})

test('a text that becomes tangled is plain before it is parsed', () => {
  const pasted = stateOf('before\n\nafter').update({
    changes: { from: 8, insert: '- '.repeat(30_000) },
  }).state
  expect(isMarkdown(pasted)).toBe(false)
})
