// What an item of the application menu asks the window to do, and its keys: the one place of both.

/** `mod` stands for Cmd on a Mac and Ctrl elsewhere. Some keys are other ones on a Mac; an item may have none. */
type Keys = string | { mac: string; others: string } | null

/** The keys of each item, as Electron's accelerators name them. */
const keysOfItems = {
  'new-brief': 'mod+N',
  'open-brief': 'mod+O',
  'import-source': 'mod+I',
  'export-brief': 'mod+E',
  'export-as': 'mod+Alt+E',
  'copy-brief': 'mod+Shift+C',
  'issue-brief': 'mod+Shift+E',
  'show-issued': null,
  'show-history': 'mod+Shift+H',
  'show-templates': null,
  'show-backups': null,
  'show-recovery': null,
  'export-library': null,
  'import-library': null,
  'import-notes': null,
  'show-passphrase': null,
  'lock-library': 'mod+Shift+L',
  'toggle-smart-typing': null,
  'toggle-spelling': null,
  'show-preferences': 'mod+,',
  'show-palette': 'mod+K',
  'go-back': { mac: 'mod+[', others: 'Alt+Left' },
  'go-forward': { mac: 'mod+]', others: 'Alt+Right' },
  'new-tab': 'mod+T',
  'close-tab': 'mod+W',
  'next-tab': { mac: 'mod+Alt+Right', others: 'mod+Tab' },
  'previous-tab': { mac: 'mod+Alt+Left', others: 'mod+Shift+Tab' },
  'show-search': 'mod+Shift+F',
  'show-briefs': 'mod+1',
  'show-sources': 'mod+2',
  'show-evidence': 'mod+3',
  'show-timeline': 'mod+4',
  'show-people': 'mod+5',
  'show-measures': 'mod+6',
  'show-trash': 'mod+9',
  'toggle-preview': 'mod+Shift+P',
  'toggle-source': 'mod+Shift+S',
  'toggle-pages': 'mod+Shift+O',
  'toggle-scroll-lock': null,
  'toggle-checks': 'mod+Shift+M',
  'toggle-outline': 'mod+Shift+T',
  'toggle-focus': 'mod+Shift+D',
  'toggle-typewriter': 'mod+Shift+Y',
  'toggle-calm': 'mod+Shift+Enter',
  'show-rules': null,
  'show-keys': 'F1',
  'show-about': null,
} as const satisfies Record<string, Keys>

export type MenuCommand = keyof typeof keysOfItems

export const menuCommands = Object.keys(keysOfItems) as readonly MenuCommand[]

/** The keys of an item on a Mac or elsewhere, such as `mod+Shift+E`; null where it has none. */
export function menuKeys(command: MenuCommand, isMac: boolean): string | null {
  const keys: Keys = keysOfItems[command]
  return typeof keys === 'string' || keys === null ? keys : isMac ? keys.mac : keys.others
}

/** A key that was pressed, as a `KeyboardEvent` says it. */
export type KeyPress = {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** The item whose keys were pressed; null where none has them. */
export function menuCommandOf(press: KeyPress, isMac: boolean): MenuCommand | null {
  return menuCommands.find(command => isPressed(menuKeys(command, isMac), press, isMac)) ?? null
}

function isPressed(keys: string | null, press: KeyPress, isMac: boolean): boolean {
  const held = keys?.split('+') ?? []
  const key = held.pop()
  if (key === undefined) return false
  const isMod = held.includes('mod')
  if (press.ctrlKey !== (isMod && !isMac) || press.metaKey !== (isMod && isMac)) return false
  if (press.altKey !== held.includes('Alt') || press.shiftKey !== held.includes('Shift')) return false
  const named = { Left: 'ArrowLeft', Right: 'ArrowRight' }[key] ?? key
  if (press.key.toLowerCase() === named.toLowerCase()) return true
  // Where a key writes another script or a sign, its place on the keyboard counts, as it does for menus; AltGr writes signs.
  if (press.altKey && !isMac) return false
  if (/^[a-z]$/i.test(press.key)) return false
  return press.code === `Digit${key}` || (/^\p{L}$/u.test(press.key) && press.code === `Key${key}`)
}
