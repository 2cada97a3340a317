// Every command once: its name, its keys, what it does. Keys, menu, palette and buttons all come here.
import { type MenuCommand, menuCommands, menuKeys } from '../../shared/menu-keys.ts'
import type { Command, CommandName } from '../commands/command.ts'
import { everywhere } from '../commands/everywhere.ts'
import { reading } from '../commands/reading.ts'
import { searching } from '../commands/searching.ts'
import { timeline } from '../commands/timeline.ts'
import { writing } from '../commands/writing.ts'
import { passphrase } from '../passphrase/passphrase-actions.ts'
import { closeDialog, openDialog } from '../state/desk.ts'

/** In the order in which lists show them. */
export const commands: readonly Command[] = [...everywhere, ...writing, ...reading, ...timeline, ...searching]

/** Those that can be done now, where one is. */
export function commandsNow(): Command[] {
  return commands.filter(({ run, isAvailable }) => run !== undefined && (isAvailable?.() ?? true))
}

/** Does what an item of the menu says. */
export function runMenuCommand(name: MenuCommand): void {
  if (name === 'show-palette' && openDialog.value === 'palette') {
    closeDialog()
    return
  }
  // Over a dialog the menu's keys still arrive, and a second one would bury the first.
  if (document.querySelector('dialog[open]') || passphrase.value?.state === 'locked') return
  commandsNow()
    .find(command => command.name === name)
    ?.run?.()
}

const isMenuCommand = (name: string): name is MenuCommand => menuCommands.includes(name as MenuCommand)

/** The keys of a command as this machine's keyboard has them: `⌘N` or `Ctrl+N`. Empty where it has none. */
export function keysOf(name: CommandName, isMac = navigator.platform.startsWith('Mac')): string {
  const own = commands.find(command => command.name === name)?.keys
  const keys = (isMenuCommand(name) ? menuKeys(name, isMac) : own) ?? ''
  const shown = keys.replace('Left', '←').replace('Right', '→')
  return isMac
    ? shown.replace('mod+', '⌘').replace('Alt+', '⌥').replace('Shift+', '⇧')
    : shown.replace('mod', 'Ctrl')
}
