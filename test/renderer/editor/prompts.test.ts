import { history, undo } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorState, type StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import { promptKeys, prompts } from '../../../renderer/editor/prompts.ts'
import { directiveGrammar, noteGrammar } from '../../../shared/markdown/grammar.ts'
import { parsed } from '../parsed-state.ts'

const language = markdown({ base: markdownLanguage, extensions: [directiveGrammar, noteGrammar] })

/** A text whose cursor stands at the `|`. */
function open(marked: string): EditorState {
  return parsed(
    EditorState.create({
      doc: marked.replace('|', ''),
      selection: { anchor: marked.indexOf('|') },
      extensions: [language, history(), prompts],
    }),
  )
}

function shown(state: EditorState): string {
  const { head } = state.selection.main
  return `${state.sliceDoc(0, head)}|${state.sliceDoc(head)}`
}

function put(state: EditorState, insert: string, userEvent = 'input.type'): EditorState {
  return parsed(state.update({ ...state.replaceSelection(insert), userEvent }).state)
}

/** The state after a key of the prompts, or null where the key is left to others. */
function press(state: EditorState, key: string): EditorState | null {
  const [, shift, name] = /^(Shift-)?(.+)$/.exec(key) ?? []
  const binding = promptKeys.find(each => each.key === name)
  return run(state, (shift ? binding?.shift : binding?.run) as StateCommand)
}

function run(state: EditorState, command: StateCommand): EditorState | null {
  let after = state
  const isDone = command({
    state,
    dispatch: transaction => {
      after = transaction.state
    },
  })
  return isDone ? after : null
}

test.each(['|<!-- one -->', '<!-- o|ne -->', '<!-- one -->|'])('what is typed at %s takes its place', at => {
  expect(shown(put(open(`## A\n\n${at}\n\n## B\n`), 'W'))).toBe('## A\n\nW|\n\n## B\n')
})

test('what is pasted takes the place of a prompt', () => {
  expect(shown(put(open('## A\n\n|<!-- one -->\n'), 'Words', 'input.paste'))).toBe('## A\n\nWords|\n')
})

test('words that are dragged to a prompt take its place, and lines that are moved past it do not', () => {
  const state = open('Words\n\n## A\n\n|<!-- one -->\n')
  const changes = [
    { from: 0, to: 7 },
    { from: 13, insert: 'Words' },
  ]
  const moved = (userEvent: string) => state.update({ changes, userEvent }).newDoc.toString()
  expect(moved('move.drop')).toBe('## A\n\nWords\n')
  expect(moved('move.line')).toBe('## A\n\nWords<!-- one -->\n')
})

test('one step back brings the prompt back, and it is one again', () => {
  const typed = put(put(open('## A\n\n|<!-- one -->\n'), 'W'), 'o')
  const back = run(typed, undo)
  expect(back && shown(back)).toBe('## A\n\n|<!-- one -->\n')
  expect(back && shown(put(back, 'X'))).toBe('## A\n\nX|\n')
})

test.each(['Backspace', 'Delete', 'Enter'])('%s at a prompt leaves an empty paragraph', key => {
  for (const at of ['|<!-- one -->', '<!-- one -->|']) {
    const after = press(open(`## A\n\n${at}\n\n## B\n`), key)
    expect(after && shown(after)).toBe('## A\n\n|\n\n## B\n')
    expect(after && press(after, key)).toBeNull()
  }
})

test('a replacement changes only the words that were found', () => {
  const state = open('## A\n\n|<!-- one two -->\n')
  const replaced = state.update({
    changes: { from: 11, to: 14, insert: 'three' },
    userEvent: 'input.replace',
  })
  expect(replaced.newDoc.toString()).toBe('## A\n\n<!-- three two -->\n')
})

test('a comment that is being written is no prompt until the cursor has left it', () => {
  const written = [...'<!-- mine -->'].reduce((state, letter) => put(state, letter), open('## A\n\n|\n'))
  expect(press(written, 'Enter')).toBeNull()
  expect(shown(put(written, ' '))).toBe('## A\n\n<!-- mine --> |\n')
  const left = written.update({ selection: { anchor: 0 } }).state
  const returned = left.update({ selection: { anchor: 6 } }).state
  expect(shown(put(returned, 'W'))).toBe('## A\n\nW|\n')
})

test('a comment in a section with text is never replaced', () => {
  expect(shown(put(open('## A\n\nWords.\n\n|<!-- one -->\n'), 'W'))).toBe(
    '## A\n\nWords.\n\nW|<!-- one -->\n',
  )
})

const three = (...at: string[]) => at.map(each => `## A\n\n${each}\n\n`).join('')

test.each([
  ['Tab', `|${three('<!-- 1 -->', '<!-- 2 -->')}`, three('|<!-- 1 -->', '<!-- 2 -->')],
  ['Tab', three('|<!-- 1 -->', 'W', '<!-- 2 -->'), three('<!-- 1 -->', 'W', '|<!-- 2 -->')],
  ['Tab', three('<!-- 1 -->|', '<!-- 2 -->'), three('<!-- 1 -->', '|<!-- 2 -->')],
  ['Tab', three('W|', '<!-- 2 -->'), three('W', '|<!-- 2 -->')],
  ['Shift-Tab', three('<!-- 1 -->', '|<!-- 2 -->'), three('|<!-- 1 -->', '<!-- 2 -->')],
  ['F9', three('<!-- 1 -->', 'W|', '<!-- 2 -->'), three('<!-- 1 -->', 'W', '|<!-- 2 -->')],
  ['Shift-F9', three('<!-- 1 -->', 'W|', '<!-- 2 -->'), three('|<!-- 1 -->', 'W', '<!-- 2 -->')],
])('%s goes on to a prompt', (key, before, after) => {
  const state = press(open(before), key)
  expect(state && shown(state)).toBe(after)
})

test.each([
  ['Tab', three('<!-- 1 -->', '|<!-- 2 -->')],
  ['Shift-Tab', three('|<!-- 1 -->', '<!-- 2 -->')],
  ['Tab', three('W|W', '<!-- 2 -->')],
  ['Tab', three('<!-- 1 -->', 'W|')],
  ['Shift-Tab', three('<!-- 1 -->', '- W|')],
])('%s leaves the text where it goes to no prompt', (key, before) => {
  expect(press(open(before), key)).toBeNull()
})

test('nothing of a prompt changes where the text may only be read', () => {
  const state = EditorState.create({
    doc: '## A\n\n<!-- one -->\n',
    selection: { anchor: 6 },
    extensions: [language, prompts, EditorState.readOnly.of(true)],
  })
  expect(press(parsed(state), 'Delete')).toBeNull()
})
