// The menu of a reference's chip in the editor: what can be done with the record it links.
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { referenceAt } from '../editor/reference-at.ts'
import { isByKey, showMenu } from './menu-state.ts'
import { menuOfLinked } from './record-menus.ts'

/** Where no record is linked, and over selected words, the system's menu of text comes. */
export const referenceMenu: Extension = EditorView.domEventHandlers({
  contextmenu(event, view) {
    if (event.defaultPrevented) return false
    const menu = menuOfLinked((isByKey(event) ? idAtCursor(view) : idUnder(event, view)) ?? '')
    if (menu) showMenu(event, menu, isByKey(event) ? cursorOf(view) : view.contentDOM)
    return event.defaultPrevented
  },
})

function idUnder(event: globalThis.MouseEvent, view: EditorView): string | null {
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
  const isSelected = view.state.selection.ranges.some(
    ({ from, to, empty }) => !empty && at !== null && from <= at && at <= to,
  )
  const chip = event.target instanceof Element ? event.target.closest('[data-reference]') : null
  return isSelected ? null : (chip?.getAttribute('data-reference') ?? null)
}

function idAtCursor({ state }: EditorView): string | null {
  const { main } = state.selection
  return main.empty ? (referenceAt(state, main.head)?.id ?? null) : null
}

function cursorOf(view: EditorView): Pick<Element, 'getBoundingClientRect'> {
  const { left, top, bottom } = view.coordsAtPos(view.state.selection.main.head) ?? {
    left: 0,
    top: 0,
    bottom: 0,
  }
  return { getBoundingClientRect: () => new DOMRect(left, top, 0, bottom - top) }
}
