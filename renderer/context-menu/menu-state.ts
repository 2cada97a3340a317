// The menu that is open over a thing: what it is of, what it offers, and where it was asked for.
import { signal } from '@preact/signals'

export type MenuItem = { label: string; run: () => unknown; isBad?: boolean }

/** CSS px within the window. */
export type MenuPlace = { left: number; top: number }

export type OpenMenu = {
  /** Its accessible name. */
  label: string
  /** With a line between one and the next; none is empty. */
  groups: readonly (readonly MenuItem[])[]
  at: MenuPlace
  /** What gets the focus back. */
  from: HTMLElement | null
}

type Box = Pick<Element, 'getBoundingClientRect'>

export const openMenu = signal<OpenMenu | null>(null)

/** An item where something can act, for a list of them; nothing where it cannot. */
export function itemIf(can: boolean, label: string, run: () => unknown): MenuItem[] {
  return can ? [{ label, run }] : []
}

/**
 * Opens a menu in the place of the system's: where the pointer is or, asked for by a key, under what it is of. Where there is
 * nothing to offer, the event goes on.
 */
export function showMenu(
  event: globalThis.MouseEvent,
  menu: { label: string; groups: readonly (readonly MenuItem[])[] },
  of: Box | null = event.target instanceof Element ? event.target : null,
): void {
  const groups = menu.groups.filter(group => group.length > 0)
  if (groups.length === 0) return
  event.preventDefault()
  event.stopPropagation()
  openMenu.value = { label: menu.label, groups, at: placeOf(event, of), from: focusedElement() }
}

/** Closes it; the focus goes back to where it was, unless it has gone elsewhere by itself. */
export function closeMenu(): void {
  const menu = openMenu.value
  openMenu.value = null
  const { activeElement } = document
  const isHeld = activeElement === null || activeElement.closest('.context-menu') !== null
  if (isHeld) menu?.from?.focus({ preventScroll: true })
}

/** Where a place of this size goes so that it is within the window: beside the point or, where there is no room, before it. */
export function withinWindow(
  at: MenuPlace,
  size: { width: number; height: number },
  window: { width: number; height: number },
): MenuPlace {
  const begin = (start: number, length: number, room: number) => {
    if (start + length + margin <= room) return start
    const before = start - length
    return before >= margin ? before : Math.max(margin, room - length - margin)
  }
  return {
    left: begin(at.left, size.width, window.width),
    top: begin(at.top, size.height, window.height),
  }
}

/** CSS px that are kept free at the window's edges. */
const margin = 8

/** A key's event has no button, and in Chromium stands at the middle of what has the focus. */
export const isByKey = ({ button }: globalThis.MouseEvent) => button === -1

function placeOf(event: globalThis.MouseEvent, of: Box | null): MenuPlace {
  if (!isByKey(event) || !of) return { left: event.clientX, top: event.clientY }
  const { left, bottom } = of.getBoundingClientRect()
  return { left: left + margin, top: Math.min(bottom, innerHeight) }
}

/** Looks into shadow roots, as that of the editor. */
function focusedElement(): HTMLElement | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : null
}
