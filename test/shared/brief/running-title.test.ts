import { expect, test } from 'vitest'
import { runningTitle } from '../../../shared/brief/running-title.ts'

test('a title that has room stands whole, on one line', () => {
  expect(runningTitle('The harbour\n wall', 18)).toBe('The harbour wall')
})

test('a longer one ends with a whole word and no mark but the ellipsis', () => {
  expect(runningTitle('The harbour wall, its cost and what the board says of it', 11)).toBe(
    'The harbour wall…',
  )
  expect(runningTitle('The harbour wall and what the board says of it', 11)).toBe('The harbour wall…')
})

test('a word longer than the room, and a script without spaces, are cut where the room ends', () => {
  expect(runningTitle('a'.repeat(100), 10)).toBe(`${'a'.repeat(15)}…`)
  expect(runningTitle('日本国債の売却は選択肢の一つとして存在している', 10)).toBe('日本国債の売却は選…')
})
