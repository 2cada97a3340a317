// What a command is.
import type { strings } from '../ui/strings.ts'

/** Where its keys are heard. */
export type CommandGroup = 'everywhere' | 'writing' | 'reading' | 'timeline' | 'searching' | 'lists'
export type CommandName = keyof typeof strings.commands

export type Command = {
  name: CommandName
  group: CommandGroup
  /**
   * Left out where the menu owns the keys (`shared/menu-keys.ts`), or where there are none. `mod` stands for Cmd on a Mac
   * and Ctrl elsewhere.
   */
  keys?: string
  /** Left out where only the keys do it, at the place they are pressed in. */
  run?: () => unknown
  /** Whether it can act now; left out where it always can. */
  isAvailable?: () => boolean
}
