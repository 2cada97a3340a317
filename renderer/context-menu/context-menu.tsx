import { useLayoutEffect, useRef } from 'preact/hooks'
import { strings } from '../ui/strings.ts'
import { closeMenu, type MenuItem, type OpenMenu, openMenu, withinWindow } from './menu-state.ts'

/** The open menu, by the menu pattern of the ARIA Authoring Practices. */
export function ContextMenu() {
  return openMenu.value && <Menu menu={openMenu.value} />
}

function Menu({ menu }: { menu: OpenMenu }) {
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const place = () => {
      const room = { width: innerWidth, height: innerHeight }
      const { left, top } = withinWindow(menu.at, element.getBoundingClientRect(), room)
      element.style.left = `${left}px`
      element.style.top = `${top}px`
    }
    place()
    element.querySelector('button')?.focus({ preventScroll: true })
    const leaveFromOutside = (event: globalThis.Event) => {
      if (!element.contains(event.target as Node)) closeMenu()
    }
    // What has the focus does not scroll by itself while the menu is open: only a wheel can move what it is of away.
    const closing = ['pointerdown', 'wheel'] as const
    for (const type of closing) window.addEventListener(type, leaveFromOutside, { capture: true })
    window.addEventListener('blur', closeMenu)
    window.addEventListener('resize', place)
    return () => {
      for (const type of closing) window.removeEventListener(type, leaveFromOutside, { capture: true })
      window.removeEventListener('blur', closeMenu)
      window.removeEventListener('resize', place)
    }
  }, [menu])

  return (
    <section aria-label={strings.contextMenu.region}>
      <div
        ref={list}
        class="context-menu"
        role="menu"
        tabIndex={-1}
        aria-label={menu.label}
        onKeyDown={walk}
        onContextMenu={event => event.preventDefault()}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          // It goes without a target when the window itself is left.
          if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) closeMenu()
        }}
      >
        {menu.groups.map((group, index) => [
          index > 0 && <hr key={`line ${index}`} />,
          ...group.map(item => <Item key={item.label} item={item} />),
        ])}
      </div>
    </section>
  )
}

function Item({ item: { label, run, isBad } }: { item: MenuItem }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-is-bad={isBad}
      onPointerMove={event => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        closeMenu()
        run()
      }}
    >
      {label}
    </button>
  )
}

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const { key } = event
  if (['Control', 'Meta', 'Alt', 'AltGraph', 'Shift'].includes(key)) return
  if (event.ctrlKey || event.metaKey || event.altKey) {
    // A command of the window: it is done over what was there before.
    closeMenu()
    return
  }
  // Nothing under it hears a key: letters are commands there.
  event.stopPropagation()
  if (key === 'Enter' || key === ' ') return
  event.preventDefault()
  if (key === 'Escape' || key === 'Tab') {
    closeMenu()
    return
  }
  const items = [...event.currentTarget.querySelectorAll('button')]
  const at = items.findIndex(item => item.matches(':focus'))
  const to: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at <= 0 ? items.length : at) - 1,
    Home: 0,
    End: items.length - 1,
  }
  items[to[key] ?? nextWith(key, items, at)]?.focus()
}

/** The next item whose label begins with a letter; -1 where none does. */
function nextWith(letter: string, items: readonly HTMLElement[], at: number): number {
  const begins = (item: HTMLElement) =>
    item.textContent?.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()) ?? false
  const after = items.findIndex((item, index) => index > at && begins(item))
  return after === -1 ? items.findIndex(begins) : after
}
