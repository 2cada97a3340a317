// Electron's accelerator strings ("CmdOrCtrl+Shift+E") as keys a page can match.
import type { PageAccelerator } from './page/messages.ts'

const namedKeys: Record<string, string> = {
  plus: '+',
  space: ' ',
  tab: 'tab',
  backspace: 'backspace',
  delete: 'delete',
  insert: 'insert',
  return: 'enter',
  enter: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  home: 'home',
  end: 'end',
  pageup: 'pageup',
  pagedown: 'pagedown',
  escape: 'escape',
  esc: 'escape',
}

const shiftedDigits = ')!@#$%^&*('

/** Throws where Electron would not understand the string. */
export function parseAccelerator(accelerator: string): Omit<PageAccelerator, 'command'> {
  // A plus sign is a key of its own only when written Plus.
  const parts = accelerator.split('+')
  const mac = process.platform === 'darwin'
  const held = { ctrl: false, alt: false, shift: false, meta: false }
  let key: string | undefined
  for (const part of parts) {
    const name = part.trim().toLowerCase()
    if (name === 'cmdorctrl' || name === 'commandorcontrol') held[mac ? 'meta' : 'ctrl'] = true
    else if (name === 'ctrl' || name === 'control') held.ctrl = true
    else if (name === 'cmd' || name === 'command' || name === 'super' || name === 'meta') held.meta = true
    else if (name === 'alt' || name === 'option') held.alt = true
    else if (name === 'shift') held.shift = true
    else if (key !== undefined) throw new Error(`Invalid accelerator: ${accelerator} has two keys`)
    else if (name in namedKeys) key = namedKeys[name]
    else if (/^(f([1-9]|1[0-9]|2[0-4])|[\x21-\x7e])$/.test(name)) key = name
    else throw new Error(`Invalid accelerator: ${accelerator}`)
  }
  if (key === undefined) throw new Error(`Invalid accelerator: ${accelerator} has no key`)
  const digit = shiftedDigits.indexOf(key)
  if (digit >= 0 && key !== '+') return { key, code: '', ...held, shift: true }
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^[0-9]$/.test(key) ? `Digit${key}` : ''
  return { key, code, ...held }
}
