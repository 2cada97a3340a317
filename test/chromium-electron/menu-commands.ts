// What pages need of the application menu: which keys it listens to, and that it be told of them.
import type { PageAccelerator } from './page/messages.ts'
import type { WebContents } from './web-contents.ts'

interface MenuCommands {
  readonly accelerators: readonly PageAccelerator[]
  run(command: number, contents: WebContents): void
}

let commands: MenuCommands = { accelerators: [], run: () => {} }

export function setMenuCommands(next: MenuCommands): void {
  commands = next
}

export function pageAccelerators(): readonly PageAccelerator[] {
  return commands.accelerators
}

export function runMenuCommand(command: number, contents: WebContents): void {
  commands.run(command, contents)
}
