import { describe, expect, test } from 'vitest'
import { commands, keysOf } from '../../../renderer/app/commands.ts'
import { strings } from '../../../renderer/ui/strings.ts'
import { menuCommands } from '../../../shared/menu-keys.ts'

describe('the commands', () => {
  test('each command of the catalogue is there, once', () => {
    expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(strings.commands).sort())
  })

  test('each item of the menu is a command that does something, and the menu alone has its keys', () => {
    const ofMenu = commands.filter(({ name }) => menuCommands.some(item => item === name))
    expect(ofMenu.map(({ name }) => name).sort()).toEqual([...menuCommands].sort())
    expect(ofMenu.filter(({ run, keys }) => run === undefined || keys !== undefined)).toEqual([])
  })

  test('keys are written as the keyboard has them', () => {
    expect(keysOf('toggle-preview', false)).toBe('Ctrl+Shift+P')
    expect(keysOf('toggle-preview', true)).toBe('⌘⇧P')
    expect(keysOf('go-back', false)).toBe('Alt+←')
    expect(keysOf('go-back', true)).toBe('⌘[')
    expect(keysOf('next-finding', true)).toBe('F8')
    expect(keysOf('show-backups', false)).toBe('')
  })

  test('no two commands of a group have the same keys', () => {
    const keys = commands
      .map(({ name, group }) => `${group} ${keysOf(name)}`)
      .filter(each => !each.endsWith(' '))
    expect(keys.filter((each, at) => keys.indexOf(each) !== at)).toEqual([])
  })
})
