import { expect, test } from 'vitest'
import {
  type BoardSelection,
  extend,
  nothingSelected,
  toggle,
} from '../../../renderer/board/board-selection.ts'

const rows = ['group', 'a', 'b', 'c', 'd'].map(key => ({ key, id: key === 'group' ? null : key }))
const row = (at: number) => rows[at] as (typeof rows)[number]
const ids = (selection: BoardSelection) => [...selection.ids]

test('a row is selected and left by itself', () => {
  const one = toggle(nothingSelected, row(1))
  const two = toggle(one, row(3))
  expect(ids(two)).toEqual(['a', 'c'])
  expect(ids(toggle(two, row(1)))).toEqual(['c'])
})

test('Shift takes everything from where the selection began, in either direction', () => {
  const begun = toggle(nothingSelected, row(2))
  const down = extend(begun, rows, 4, 3)
  expect(ids(down)).toEqual(['b', 'c', 'd'])
  expect(ids(extend(down, rows, 1, 4))).toEqual(['a', 'b'])
})

test('with nothing selected, it begins at the row one stood on; groups are passed over', () => {
  expect(ids(extend(nothingSelected, rows, 2, 0))).toEqual(['a', 'b'])
  expect(ids(toggle(nothingSelected, row(0)))).toEqual([])
})

test('where the row it began at is gone, it begins anew', () => {
  expect(ids(extend({ ids: new Set(['x']), from: 'x' }, rows, 3, 2))).toEqual(['b', 'c'])
})
