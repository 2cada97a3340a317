import { describe, expect, test } from 'vitest'
import { commands, keysOf } from '../../../renderer/app/commands.ts'
import { strings } from '../../../renderer/ui/strings.ts'

describe('the commands', () => {
  test('each command of the catalogue is in the list of keys, once', () => {
    expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(strings.commands).sort())
  })

  test('keys are written as the keyboard has them', () => {
    expect(keysOf('toggle-preview', false)).toBe('Ctrl+Shift+P')
    expect(keysOf('toggle-preview', true)).toBe('⌘⇧P')
  })
})
