import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import {
  cellOf,
  cellPlaces,
  formatPipeTable,
  type PipeTable,
  parsePipeTable,
} from '../../../shared/markdown/pipe-table.ts'
import * as edits from '../../../shared/markdown/table-edit.ts'

const cell = fc
  .array(
    fc.constantFrom(
      'a',
      'Yuan',
      ' ',
      '|',
      '\\',
      '日本',
      '`x|y`',
      ':figure[12 %]{#bonds}',
      'é',
      '👩‍🔬',
      '-',
      ':',
    ),
    {
      maxLength: 5,
    },
  )
  .map(parts => cellOf(parts.join('')))
  // A backslash at the end would escape the bar after it, as it does when it is typed.
  .filter(words => !/(?:^|[^\\])(?:\\\\)*\\$/.test(words))

const table: fc.Arbitrary<PipeTable> = fc.integer({ min: 1, max: 4 }).chain(columns =>
  fc.record({
    rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 5,
    }),
    alignments: fc.array(fc.constantFrom('none', 'left', 'centre', 'right'), {
      minLength: columns,
      maxLength: columns,
    }),
    prefix: fc.constantFrom('', '  ', '> '),
  }),
)

const simple = parsePipeTable('|A|B|\n|-|-:|\n|1|2|\n|3|4|') as PipeTable

describe('a pipe table', () => {
  test('keeps its cells when it is written and read again', () => {
    fc.assert(
      fc.property(table, given => {
        expect(parsePipeTable(formatPipeTable(given))).toEqual(given)
      }),
    )
  })

  test('is written the same once it is in line', () => {
    fc.assert(
      fc.property(table, given => {
        const once = formatPipeTable(given)
        expect(formatPipeTable(parsePipeTable(once) as PipeTable)).toBe(once)
      }),
    )
  })

  test('is read as the printed brief reads it', () => {
    fc.assert(
      fc.property(table, given => {
        const [token] = marked.lexer(formatPipeTable({ ...given, prefix: '' }))
        if (token?.type !== 'table') throw new Error(`no table but ${token?.type}`)
        const unescaped = (words: string) => words.replaceAll('\\|', '|')
        const read = [token.header, ...token.rows].map(row => row.map((each: { text: string }) => each.text))
        expect(read).toEqual(given.rows.map(row => row.map(unescaped)))
      }),
    )
  })

  test('has its columns in line, also those of East Asian letters', () => {
    const given = parsePipeTable('|国|Value|\n|:-:|--:|\n|日本|1|\n|US|1,130|') as PipeTable
    expect(formatPipeTable(given)).toBe(
      ['|  国  | Value |', '| :--: | ----: |', '| 日本 |     1 |', '|  US  | 1,130 |'].join('\n'),
    )
  })

  test('may lack its outer bars, and cells', () => {
    expect(parsePipeTable('A | B\n- | -\n1')?.rows).toEqual([
      ['A', 'B'],
      ['1', ''],
    ])
    expect(parsePipeTable('A\n-')?.rows).toEqual([['A']])
  })

  test.each([['words'], ['|A|B|\n|1|2|'], ['|A|B|\n|-|'], ['']])('is not %j', text => {
    expect(parsePipeTable(text)).toBe(null)
  })

  test('says where its cells are', () => {
    const line = '> | a \\| b |  | c'
    const places = cellPlaces(line)
    expect(places.map(({ from, to }) => line.slice(from, to))).toEqual(['a \\| b', '', 'c'])
    expect(places[1]?.from).toBe(line.indexOf('|  |') + 2)
  })
})

describe('an edit of a table', () => {
  const at = { row: 1, column: 0 }
  const edited = (edit: edits.TableEdit, cell = at) => {
    const done = edit(simple, cell)
    return done && [done.table.rows.map(row => row.join('')).join('/'), done.at]
  }

  test('inserts, deletes and moves rows, but not the head', () => {
    expect(edited(edits.insertRow)).toEqual(['AB/12//34', { row: 2, column: 0 }])
    expect(edited(edits.deleteRow)).toEqual(['AB/34', { row: 1, column: 0 }])
    expect(edited(edits.deleteRow, { row: 2, column: 1 })).toEqual(['AB/12', { row: 1, column: 1 }])
    expect(edited(edits.moveRow(1))).toEqual(['AB/34/12', { row: 2, column: 0 }])
    expect(edited(edits.moveRow(-1))).toBe(null)
    expect(edited(edits.deleteRow, { row: 0, column: 0 })).toBe(null)
  })

  test('inserts, deletes, moves and aligns columns', () => {
    expect(edited(edits.insertColumn)?.[1]).toEqual({ row: 1, column: 1 })
    expect(edited(edits.moveColumn(1))).toEqual(['BA/21/43', { row: 1, column: 1 }])
    expect(edits.moveColumn(1)(simple, at)?.table.alignments).toEqual(['right', 'none'])
    expect(edited(edits.moveColumn(-1))).toBe(null)
    const one = edits.deleteColumn(simple, at)
    expect(one?.table).toEqual({ ...simple, rows: [['B'], ['2'], ['4']], alignments: ['right'] })
    expect(one && edits.deleteColumn(one.table, one.at)).toBe(null)
    expect(edits.alignColumn('centre')(simple, at)?.table.alignments).toEqual(['centre', 'right'])
    expect(edits.alignColumn('right')(simple, { row: 0, column: 1 })?.table.alignments).toEqual([
      'none',
      'none',
    ])
  })

  test('puts cells in, and the table grows', () => {
    const put = edits.putCells([['x', 'y'], ['z']])
    expect(edited(put, { row: 2, column: 1 })).toEqual(['AB/12/3xy/z', { row: 2, column: 1 }])
  })

  test('leaves a table whose rows are as long as its head, wherever it is made', () => {
    const all = [
      edits.insertRow,
      edits.deleteRow,
      edits.insertColumn,
      edits.deleteColumn,
      edits.moveRow(1),
      edits.moveColumn(-1),
      edits.alignColumn('left'),
    ]
    fc.assert(
      fc.property(table, fc.nat(4), fc.nat(3), fc.constantFrom(...all), (given, row, column, edit) => {
        const cell = {
          row: Math.min(row, given.rows.length - 1),
          column: Math.min(column, given.alignments.length - 1),
        }
        const done = edit(given, cell)
        if (!done) return
        const again = parsePipeTable(formatPipeTable(done.table))
        expect(again).toEqual(done.table)
        expect(done.table.rows[done.at.row]?.[done.at.column]).toBeTypeOf('string')
      }),
    )
  })
})
