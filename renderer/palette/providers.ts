// Everything that the palette finds: each provider one kind of it.
import { commandsNow, keysOf } from '../app/commands.ts'
import { strings } from '../ui/strings.ts'
import type { PaletteProvider } from './palette-item.ts'
import { recordProviders } from './record-items.ts'

const offeredCommands: PaletteProvider = () =>
  commandsNow()
    .filter(({ name }) => name !== 'show-palette')
    .map(({ name, run }) => ({
      id: `command ${name}`,
      icon: 'command',
      kind: '',
      label: strings.commands[name],
      detail: '',
      more: '',
      keys: keysOf(name),
      run: () => void run?.(),
    }))

/** In the order in which what fits equally well is shown. */
export const providers: readonly PaletteProvider[] = [offeredCommands, ...recordProviders]
