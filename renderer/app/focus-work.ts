// Where the keyboard goes on when what had the focus is gone: never to nothing.
import { editorInWindow } from '../editor/editor-in-window.ts'
import { room } from '../state/desk.ts'

/** Puts the focus into the text of the open brief; false where there is none. */
export function focusEditor(): boolean {
  const view = editorInWindow()
  view?.focus()
  return view !== null
}

/** Puts the focus into the title of the open brief, to be written anew; false where there is none. */
export function focusTitle(): boolean {
  const title = document.getElementById('brief-title')
  if (!(title instanceof HTMLTextAreaElement)) return false
  title.focus()
  title.select()
  return true
}

/** Puts the focus where the work of the room goes on: its open text, else its list, else its first button. */
export function focusWork(): void {
  if (room.value === 'briefs' && focusEditor()) return
  const places = [
    '.search-box input',
    '.reading-text',
    '.timeline-stage',
    '.board-grid',
    '.row[aria-current]',
    '.row',
    '.list-head button:last-child',
    'main button',
  ]
  for (const place of places) {
    const element = document.querySelector<HTMLElement>(place)
    if (!element) continue
    element.focus({ preventScroll: true })
    return
  }
}

/** Does that after the next drawing, unless something has the focus by then. */
export function focusWorkIfLost(): void {
  requestAnimationFrame(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) focusWork()
  })
}
