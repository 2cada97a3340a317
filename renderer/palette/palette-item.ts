// What the palette offers.
import type { IconName } from '../ui/icon.tsx'

export type PaletteItem = {
  /** Unique among all. */
  id: string
  icon: IconName
  /** What it is, in a word: `Source`. Empty for a command, which says what it does. */
  kind: string
  label: string
  detail: string
  /** What it is found by besides. */
  more: string
  /** Its keys, as the keyboard has them; empty where it has none. */
  keys: string
  run: () => void
  /** Opens it beside the open brief; left out where it is nothing to read. */
  runBeside?: () => void
}

/** Everything of one kind that can be chosen now. */
export type PaletteProvider = () => readonly PaletteItem[]
