import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { promptsIn } from '../../../renderer/editor/find-prompts.ts'
import { directiveGrammar, noteGrammar } from '../../../shared/markdown/grammar.ts'
import { parsed } from '../parsed-state.ts'

/** The prompts of a text and the words in them, as they are written. */
function promptsOf(doc: string): { comments: string[]; words: string[] } {
  const language = markdown({ base: markdownLanguage, extensions: [directiveGrammar, noteGrammar] })
  const found = promptsIn(parsed(EditorState.create({ doc, extensions: [language] })))
  return {
    comments: found.map(({ from, to }) => doc.slice(from, to)),
    words: found.map(({ wordsFrom, wordsTo }) => doc.slice(wordsFrom, wordsTo)),
  }
}

test.each([
  ['alone under its heading', '## A\n\n<!-- one -->\n\n## B\n\n<!-- two -->', ['one', 'two']],
  ['under a heading of any kind', 'A\n===\n\n<!-- one -->\n\n### B\n<!--two-->\n', ['one', 'two']],
  ['over several lines', '## A\n\n<!--\none\ntwo\n-->\n', ['one\ntwo']],
  ['with spaces after it', '## A\n\n<!-- one -->  \n', ['one']],
  ['beside another', '## A\n\n<!-- one -->\n\n<!-- two -->\n', ['one', 'two']],
  ['with boxes to tick', '## A\n\n<!-- one -->\n\n::decision{options="yes, no"}\n', ['one']],
  ['with notes after it', '## A\n\n<!-- one -->\n\n[^1]: A note.\n', ['one']],
  ['above a section that is written', '## A\n\n<!-- one -->\n\n### B\n\nWords.\n', ['one']],
])('a comment %s is a prompt', (_where, doc, words) => {
  expect(promptsOf(doc).words).toEqual(words)
})

test.each([
  ['before text', '## A\n\n<!-- one -->\n\nWords.\n'],
  ['after text', '## A\n\nWords.\n\n<!-- one -->\n'],
  ['beside evidence', '## A\n\n<!-- one -->\n\n::quote{#kato}\n'],
  ['under no heading', '<!-- one -->\n\n## A\n'],
  ['in a sentence', '## A\n\nWords <!-- one --> and words.\n'],
  ['before words on its line', '## A\n\n<!-- one --> words\n'],
  ['that is empty', '## A\n\n<!-- -->\n'],
  ['that does not end', '## A\n\n<!-- one\n'],
  ['in code', '## A\n\n```\n<!-- one -->\n```\n'],
])('a comment %s is none', (_where, doc) => {
  expect(promptsOf(doc).words).toEqual([])
})

test('a prompt goes from mark to mark', () => {
  expect(promptsOf('## A\n\n  <!-- one -->  \n').comments).toEqual(['<!-- one -->'])
})
