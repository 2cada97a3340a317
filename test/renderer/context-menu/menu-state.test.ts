import { expect, test } from 'vitest'
import { withinWindow } from '../../../renderer/context-menu/menu-state.ts'

const window = { width: 1024, height: 640 }
const size = { width: 200, height: 300 }

test('a menu begins where it was asked for', () => {
  expect(withinWindow({ left: 100, top: 50 }, size, window)).toEqual({ left: 100, top: 50 })
})

test('where there is no room on one side, it ends there', () => {
  expect(withinWindow({ left: 1000, top: 600 }, size, window)).toEqual({ left: 800, top: 300 })
})

test('where there is room on neither side, it stays within the window', () => {
  expect(withinWindow({ left: 10, top: 250 }, { width: 1000, height: 620 }, window)).toEqual({
    left: 10,
    top: 12,
  })
  expect(withinWindow({ left: 10, top: 320 }, { width: 200, height: 700 }, window).top).toBe(8)
})
