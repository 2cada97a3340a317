import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import { EditorState, type StateCommand } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { tableAt } from '../../../renderer/tables/table-at.ts'
import { editTable, leaveTable, tableKeys } from '../../../renderer/tables/table-commands.ts'
import { directiveGrammar, noteGrammar } from '../../../shared/markdown/grammar.ts'
import { alignColumn, insertColumn, putCells } from '../../../shared/markdown/table-edit.ts'

const grammar = markdown({ base: markdownLanguage, extensions: [directiveGrammar, noteGrammar] })

/** A text with its cursor as `^`. */
function stateOf(marked: string): EditorState {
  const anchor = marked.indexOf('^')
  const doc = marked.replace('^', '')
  const state = EditorState.create({ doc, selection: { anchor }, extensions: grammar })
  ensureSyntaxTree(state, doc.length, 60_000)
  return state
}

/** The text after a command, with its cursor; null where the command was not for this place. */
function afterwards(marked: string, command: StateCommand): string | null {
  let state = stateOf(marked)
  const isDone = command({
    state,
    dispatch: transaction => {
      state = transaction.state
    },
  })
  const { head } = state.selection.main
  return isDone ? `${state.sliceDoc(0, head)}^${state.sliceDoc(head)}` : null
}

function key(name: string, isShift = false): StateCommand {
  const binding = tableKeys.find(each => each.key === name)
  const command = isShift ? binding?.shift : binding?.run
  if (!command) throw new Error(`no key ${name}`)
  return command as unknown as StateCommand
}

const table = (first: string, rest = '') => `${first}\n|---|---|${rest}`

describe('the keys of a table', () => {
  test('Tab goes to the end of the next cell, over the line of dashes too', () => {
    expect(afterwards('|^A|B|\n|-|-|\n|1|2|', key('Tab'))).toBe('|A|B^|\n|-|-|\n|1|2|')
    expect(afterwards('|A|B^|\n|-|-|\n|1|2|', key('Tab'))).toBe('|A|B|\n|-|-|\n|1^|2|')
    expect(afterwards('|A|B|\n|-|-|\n|1^|2|', key('Tab', true))).toBe('|A|B^|\n|-|-|\n|1|2|')
    expect(afterwards('|A^|B|\n|-|-|\n|1|2|', key('Tab', true))).toBe('|A^|B|\n|-|-|\n|1|2|')
  })

  test('Tab makes a row after the last cell, with the columns in line', () => {
    expect(afterwards('|A|B|\n|-|-|\n|1|2^|', key('Tab'))).toBe(
      ['| A   | B   |', '| --- | --- |', '| 1   | 2   |', '| ^    |     |'].join('\n'),
    )
  })

  test('Tab goes into cells that a row lacks', () => {
    expect(afterwards('|A|B|\n|-|-|\n|1^', key('Tab'))).toBe(
      ['| A   | B   |', '| --- | --- |', '| 1   | ^    |'].join('\n'),
    )
  })

  test('Enter goes to the row below, makes one, and leaves from an empty one', () => {
    expect(afterwards('|A^|B|\n|-|-|\n|1|2|', key('Enter'))).toBe('|A|B|\n|-|-|\n|1^|2|')
    expect(afterwards('|A|B|\n|-|-|\n|1|2^|\n\nText', key('Enter'))).toContain('| ^    |     |\n\nText')
    expect(afterwards('|A|B|\n|-|-|\n|1|2|\n| ^ | |\n\nText', key('Enter'))).toBe(
      '|A|B|\n|-|-|\n|1|2|\n\n^\n\nText',
    )
  })

  test('Escape leaves, where need be into a line that it makes', () => {
    expect(afterwards('|A^|B|\n|-|-|', leaveTable)).toBe('|A|B|\n|-|-|\n\n^')
    expect(afterwards('|A^|B|\n|-|-|\n\nText', leaveTable)).toBe('|A|B|\n|-|-|\n\n^Text')
  })

  test('Alt+Shift and arrows move rows and columns, and what cannot be moved stays', () => {
    expect(afterwards('|A|B|\n|-|-:|\n|1^|2|\n|3|4|', key('Alt-Shift-ArrowDown'))).toBe(
      ['| A   |   B |', '| --- | --: |', '| 3   |   4 |', '| 1^   |   2 |'].join('\n'),
    )
    expect(afterwards('|A^|B|\n|-|-:|\n|1|2|', key('Alt-Shift-ArrowRight'))).toBe(
      ['|   B | A^   |', '| --: | --- |', '|   2 | 1   |'].join('\n'),
    )
    expect(afterwards('|A^|B|\n|-|-|', key('Alt-Shift-ArrowUp'))).toBe('|A^|B|\n|-|-|')
  })

  test('are what they were outside of a table, and where several places are written in at once', () => {
    for (const { key: name = '' } of tableKeys) expect(afterwards('Wo^rds', key(name))).toBe(null)
  })
})

describe('an edit of the table at the cursor', () => {
  test('leaves references and what stands around the table as they are', () => {
    const text = 'Before\n\n|A|:figure[12 %]{#bonds}|\n|-|-|\n|1^|a \\| b|\n\nAfter'
    expect(afterwards(text, editTable(insertColumn))).toBe(
      [
        'Before\n',
        '| A   |     | :figure[12 %]{#bonds} |',
        '| --- | --- | --------------------- |',
        '| 1   | ^    | a \\| b                |',
        '\nAfter',
      ].join('\n'),
    )
  })

  test('finds the table in a text that was not parsed so far when it was opened', () => {
    const long = 'A *sentence* of a [long](text.md) text.\n\n'.repeat(20_000)
    const text = `${long}|A|\n|-|\n|1^|`
    expect(syntaxTree(stateOf(text)).length).toBeLessThan(long.length)
    const done = afterwards(text, editTable(insertColumn))
    expect(done?.slice(long.length)).toBe('| A   |     |\n| --- | --- |\n| 1   | ^    |')
  })

  test('works in a quotation', () => {
    expect(afterwards('> |A|\n> |-|\n> |1^|', editTable(alignColumn('right')))).toBe(
      '> |   A |\n> | --: |\n> |   1^ |',
    )
  })

  test('puts pasted cells in', () => {
    expect(afterwards(table('|A|B|', '\n|^1|2|'), editTable(putCells([['x', 'y']])))).toBe(
      ['| A   | B   |', '| --- | --- |', '| x^   | y   |'].join('\n'),
    )
  })
})

test('a table is found from its first to its last place, and not beside it', () => {
  const state = stateOf('^Text\n\n|A|\n|-|\n\nText')
  const found = tableAt(state, 8)
  expect(found && state.sliceDoc(found.from, found.to)).toBe('|A|\n|-|')
  expect([6, 13].map(at => tableAt(state, at) !== null)).toEqual([true, true])
  expect([0, 4, 15].map(at => tableAt(state, at))).toEqual([null, null, null])
})
