// What Electron does natively around a page: menu accelerators, links that leave it, the window's moves.
// Runs inside pages (every frame's isolated world), as source: it uses nothing outside itself.
import type { FromPage, PageAccelerator } from './messages.ts'

export function watchPage(
  post: (message: FromPage) => void,
  holdsClosing: boolean,
): {
  useAccelerators(list: readonly PageAccelerator[]): void
} {
  let accelerators: readonly PageAccelerator[] = []

  /** Hears an event after every listener of the page has had its say; `late` is for events it kept from bubbling. */
  const afterThePage = <E extends Event>(type: string, listener: (event: E, late: boolean) => void) => {
    const heard = new WeakSet<Event>()
    const last = (event: Event) => {
      heard.add(event)
      if (!event.defaultPrevented) listener(event as E, false)
    }
    window.addEventListener(
      type,
      event => {
        if (!event.isTrusted) return
        // Taken out and put in again, it comes after whatever the page itself put on the window.
        window.removeEventListener(type, last)
        window.addEventListener(type, last)
        setTimeout(() => {
          window.removeEventListener(type, last)
          if (!heard.has(event) && !event.defaultPrevented) listener(event as E, true)
        })
      },
      true,
    )
  }

  const isFor = (accelerator: PageAccelerator, event: KeyboardEvent): boolean =>
    accelerator.ctrl === event.ctrlKey &&
    accelerator.alt === event.altKey &&
    accelerator.meta === event.metaKey &&
    (accelerator.shift === event.shiftKey || (!accelerator.shift && accelerator.key === '+')) &&
    (accelerator.key === event.key.toLowerCase() ||
      (accelerator.code !== '' && accelerator.code === event.code))

  // Without a menu item Electron does nothing on these, where Chromium would open a tab, a finder, a printer.
  const isBrowserShortcut = (event: KeyboardEvent): boolean => {
    const command = event.ctrlKey || event.metaKey
    if (command && !event.altKey && /^[ntwpsurfghjdloe0-9+=-]$/.test(event.key.toLowerCase())) return true
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home'))
      return true
    return /^F(1|3|5|6|7|11|12)$/.test(event.key)
  }

  afterThePage<KeyboardEvent>('keydown', (event, late) => {
    const accelerator = accelerators.find(candidate => isFor(candidate, event))
    if (accelerator) {
      if (!late) event.preventDefault()
      post({ kind: 'accelerator', command: accelerator.command })
    } else if (isBrowserShortcut(event)) {
      event.preventDefault()
    }
  })

  const followLink = (event: MouseEvent): void => {
    const link = event
      .composedPath()
      .find(node => node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement)
    if (!link?.href || link.hasAttribute('download')) return
    const elsewhere = link.target !== '' && !['_self', '_top', '_parent'].includes(link.target)
    const newTab = event.ctrlKey || event.metaKey || event.button === 1
    if (event.button > 1) return
    if (elsewhere || newTab || event.shiftKey) {
      event.preventDefault()
      const disposition = newTab ? 'background-tab' : event.shiftKey ? 'new-window' : 'foreground-tab'
      post({ kind: 'open', url: link.href, name: elsewhere ? link.target : '', features: '', disposition })
    } else if (!['https:', 'http:', 'javascript:', 'blob:', 'data:', 'about:'].includes(link.protocol)) {
      // Chromium would hand such a link to another program.
      event.preventDefault()
      post({ kind: 'leave', url: link.href })
    }
  }
  afterThePage<MouseEvent>('click', followLink)
  afterThePage<MouseEvent>('auxclick', followLink)

  const selectedIn = (place: Element | undefined): string => {
    if (place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement)
      return place.value.slice(place.selectionStart ?? 0, place.selectionEnd ?? 0)
    // In Chromium a shadow root has a selection of its own, which the document's does not tell.
    const root = place?.getRootNode() as (Node & { getSelection?(): Selection | null }) | undefined
    const selection = root?.getSelection?.() ?? document.getSelection()
    return place && selection?.containsNode(place, true) ? selection.toString() : ''
  }

  afterThePage<PointerEvent>('contextmenu', event => {
    const place = event.composedPath().find(node => node instanceof Element)
    const isField = place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement
    const isEditable = isField
      ? !place.readOnly && !place.disabled && place.selectionStart !== null
      : place instanceof HTMLElement && place.isContentEditable
    const selectionText = selectedIn(place)
    const canCopy = selectionText !== '' && !(isField && place.type === 'password')
    post({
      kind: 'context-menu',
      params: {
        x: event.clientX,
        y: event.clientY,
        isEditable,
        selectionText,
        menuSourceType: event.button === -1 ? 'keyboard' : 'mouse',
        editFlags: {
          canUndo: isEditable && document.queryCommandEnabled('undo'),
          canRedo: isEditable && document.queryCommandEnabled('redo'),
          canCut: isEditable && canCopy,
          canCopy,
          canPaste: isEditable,
          canSelectAll: true,
        },
      },
    })
  })

  if (window.top === window) {
    const windowMayHaveChanged = () => post({ kind: 'window' })
    for (const type of ['resize', 'focus', 'blur']) window.addEventListener(type, windowMayHaveChanged)
    // A window that was dragged tells its page nothing; the pointer comes back into it though.
    document.addEventListener('mouseenter', windowMayHaveChanged)
    document.addEventListener('visibilitychange', windowMayHaveChanged)

    if (holdsClosing) {
      window.addEventListener('beforeunload', event => {
        // The stand-in's own question to the page is not trusted, and is not about this listener.
        if (event.isTrusted) event.preventDefault()
      })
    }

    let title: string | undefined
    const sayTitle = () => {
      if (document.title === title) return
      title = document.title
      post({ kind: 'title', title })
    }
    document.addEventListener('DOMContentLoaded', () => {
      sayTitle()
      if (!document.head) return
      new MutationObserver(sayTitle).observe(document.head, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
  }

  return {
    useAccelerators: list => {
      accelerators = list
    },
  }
}
