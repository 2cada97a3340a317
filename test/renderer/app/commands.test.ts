import { describe, expect, test } from 'vitest'
import { commands, keysOf } from '../../../renderer/app/commands.ts'
import { strings } from '../../../renderer/ui/strings.ts'
import { menuCommandOf, menuCommands } from '../../../shared/menu-keys.ts'

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
    expect(keysOf('next-tab', true)).toBe('⌘⌥→')
    expect(keysOf('next-finding', true)).toBe('F8')
    expect(keysOf('show-backups', false)).toBe('')
  })

  test('a press is known by what it writes, or by its place where it writes another script', () => {
    const press = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: false }
    expect(menuCommandOf({ ...press, key: 'k', code: 'KeyK' }, false)).toBe('show-palette')
    expect(menuCommandOf({ ...press, key: 'л', code: 'KeyK' }, false)).toBe('show-palette')
    expect(menuCommandOf({ ...press, key: '&', code: 'Digit1' }, false)).toBe('show-briefs')
    // Dvorak: the letter counts where there is one.
    expect(menuCommandOf({ ...press, key: 'j', code: 'KeyK' }, false)).toBeNull()
    expect(menuCommandOf({ ...press, key: 'E', code: 'KeyE', shiftKey: true }, false)).toBe('issue-brief')
    expect(menuCommandOf({ ...press, key: 'k', code: 'KeyK' }, true)).toBeNull()
    // On Dvorak this is the key of a full stop.
    expect(menuCommandOf({ ...press, key: '.', code: 'KeyE' }, false)).toBeNull()
    const altGr = { ...press, altKey: true, key: '€', code: 'KeyE' }
    expect(menuCommandOf(altGr, false)).toBeNull()
    const onMac = { ...press, ctrlKey: false, metaKey: true }
    expect(menuCommandOf({ ...onMac, key: 'k', code: 'KeyK' }, true)).toBe('show-palette')
    expect(menuCommandOf({ ...onMac, key: '[', code: 'BracketLeft' }, true)).toBe('go-back')
    const alt = { ...press, ctrlKey: false, altKey: true }
    expect(menuCommandOf({ ...alt, key: 'ArrowLeft', code: 'ArrowLeft' }, false)).toBe('go-back')
    expect(menuCommandOf({ ...press, ctrlKey: false, key: 'k', code: 'KeyK' }, false)).toBeNull()
  })

  test('no two commands of a group have the same keys', () => {
    const keys = commands
      .map(({ name, group }) => `${group} ${keysOf(name)}`)
      .filter(each => !each.endsWith(' '))
    expect(keys.filter((each, at) => keys.indexOf(each) !== at)).toEqual([])
  })
})
